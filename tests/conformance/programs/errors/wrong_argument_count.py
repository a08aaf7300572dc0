# One argument too many.
# covers: wrong arguments
class Robot:
    def move(self, steps):
        return steps


print(Robot().move(3))
print(Robot().move(3, "left"))
