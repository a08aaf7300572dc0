# A name that is an attribute of self.
# covers: suggestions for names
class Account:
    def __init__(self, owner):
        self.owner = owner
        self.balance = 0

    def show(self):
        return f"{self.owner}: {balance}"


print(Account("ann").show())
