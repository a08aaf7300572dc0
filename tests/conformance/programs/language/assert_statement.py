# assert checks what must hold.
# covers: assert, AssertionError
def mean(values):
    assert values, "mean of nothing"
    assert isinstance(values, list), f"a list is needed, not {type(values).__name__}"
    return sum(values) / len(values)


print(mean([1, 2, 3]))
for bad in [[], (1, 2)]:
    try:
        print(mean(bad))
    except AssertionError as error:
        print("AssertionError:", error, error.args)
try:
    assert 1 == 2
except AssertionError as error:
    print(repr(error), str(error) == "", error.args)
try:
    assert False, ("two", "parts")
except AssertionError as error:
    print(error, len(error.args))
assert True
assert (1, "tuples are true")
assert [0], "never shown"


def shout():
    print("evaluated")
    return "message"


assert 1, shout()
try:
    assert not 1, shout()
except AssertionError as error:
    print(error)


class Account:
    def __init__(self, balance):
        self.balance = balance

    def withdraw(self, amount):
        assert 0 < amount <= self.balance, f"cannot withdraw {amount} of {self.balance}"
        self.balance -= amount
        return self.balance


account = Account(100)
print(account.withdraw(30))
assert account.balance == 70
print("now for real")
account.withdraw(100)
