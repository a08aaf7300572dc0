# Nobody answers: EOFError ends the program, and what was printed stays.
# covers: input
def ask(what):
    return int(input(f"{what}: "))


print("begin")
total = ask("first") + ask("second")
print(total)
