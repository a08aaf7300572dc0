# The line of the innermost frame is told.
# covers: line of the error
class Order:
    def __init__(self, prices):
        self.prices = prices

    def total(self):
        return sum(
            self.price(i)
            for i in range(4)
        )

    def price(self, i):
        return (
            self.prices
            [i]
        )


print(
    Order([1, 2, 3])
    .total()
)
