# A bank of classes: accounts, transfers, history, errors of its own.
# covers: algorithms, own exceptions, properties, inheritance
class BankError(Exception):
    pass


class InsufficientFunds(BankError):
    def __init__(self, account, amount):
        super().__init__(f"{account.owner} has {account.balance:.2f}, needs {amount:.2f}")
        self.missing = amount - account.balance


class Account:
    interest = 0.0
    _next_number = 1000

    def __init__(self, owner, balance=0):
        self.owner, self._balance, self.history = owner, balance, []
        Account._next_number += 1
        self.number = Account._next_number

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("a deposit must be positive")
        self._balance += amount
        self.history.append(("deposit", amount))
        return self

    def withdraw(self, amount):
        if amount > self.available:
            raise InsufficientFunds(self, amount)
        self._balance -= amount
        self.history.append(("withdraw", amount))
        return self

    @property
    def available(self):
        return self._balance

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self.balance:.2f})"

    def __lt__(self, other):
        return self.balance < other.balance


class Savings(Account):
    interest = 0.02

    def year(self):
        self._balance *= 1 + self.interest


class Credit(Account):
    def __init__(self, owner, limit):
        super().__init__(owner)
        self.limit = limit

    @property
    def available(self):
        return self.balance + self.limit


class Bank:
    def __init__(self):
        self.accounts = {}

    def open(self, account):
        self.accounts[account.owner] = account
        return account

    def __getitem__(self, owner):
        try:
            return self.accounts[owner]
        except KeyError:
            raise BankError(f"no account of {owner}") from None

    def __iter__(self):
        return iter(self.accounts.values())

    def transfer(self, giver, taker, amount):
        source, target = self[giver], self[taker]
        source.withdraw(amount)
        try:
            target.deposit(amount)
        except ValueError:
            source._balance += amount
            raise


bank = Bank()
ann, bob, cy = bank.open(Account("ann", 100)), bank.open(Savings("bob", 1000)), bank.open(Credit("cy", 500))
ann.deposit(50).withdraw(30)
bob.year()
for action in [lambda: bank.transfer("bob", "ann", 20.5), lambda: bank.transfer("cy", "ann", 400), lambda: bank.transfer("cy", "ann", 200), lambda: bank.transfer("ann", "dan", 1), lambda: ann.deposit(-5), lambda: bank.transfer("ann", "bob", -1)]:
    try:
        action()
        print("done")
    except InsufficientFunds as error:
        print("refused:", error, "missing", error.missing)
    except (BankError, ValueError) as error:
        print(type(error).__name__, error)
print(list(bank), sorted(bank), max(bank), sum(a.balance for a in bank), ann.history, [a.number - ann.number for a in bank])
try:
    ann.balance = 1_000_000
except AttributeError as error:
    print(error)
