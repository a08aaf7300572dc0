# A text adventure as a state machine.
# covers: algorithms, enums in use, match
from enum import Enum, auto


class Room(Enum):
    HALL = auto()
    KITCHEN = auto()
    CELLAR = auto()
    GARDEN = auto()

    @property
    def title(self):
        return f"the {self.name.lower()}"


class State(Enum):
    PLAYING = "playing"
    WON = "won"
    LOST = "lost"


MAP = {Room.HALL: {"north": Room.KITCHEN, "east": Room.GARDEN}, Room.KITCHEN: {"south": Room.HALL, "down": Room.CELLAR}, Room.CELLAR: {"up": Room.KITCHEN}, Room.GARDEN: {"west": Room.HALL}}


class Game:
    def __init__(self):
        self.room, self.state, self.bag, self.turns = Room.HALL, State.PLAYING, set(), 0
        self.things = {Room.KITCHEN: {"lamp", "bread"}, Room.CELLAR: {"key"}}

    def run(self, command):
        if self.state is not State.PLAYING:
            return "the game is over"
        self.turns += 1
        match command.lower().split():
            case ["go", direction] | [("north" | "south" | "east" | "west" | "up" | "down") as direction]:
                return self.go(direction)
            case ["take", "all"]:
                found = sorted(self.things.get(self.room, set()))
                return "; ".join(self.take(thing) for thing in found) or "nothing here"
            case ["take", thing]:
                return self.take(thing)
            case ["look"]:
                things = ", ".join(sorted(self.things.get(self.room, ()))) or "nothing"
                return f"{self.room.title}: {things}; exits {', '.join(MAP[self.room])}"
            case ["open", "door" | "gate"] if "key" in self.bag and self.room is Room.GARDEN:
                self.state = State.WON
                return f"you win after {self.turns} turns"
            case ["open", *_]:
                return "it is locked"
            case []:
                return "say something"
            case [verb, *rest]:
                return f"you cannot {verb}" + (f" the {' '.join(rest)}" if rest else "")

    def go(self, direction):
        target = MAP[self.room].get(direction)
        if target is None:
            return f"no way {direction}"
        if target is Room.CELLAR and "lamp" not in self.bag:
            self.state = State.LOST
            return "you fall in the dark"
        self.room = target
        return f"you are in {target.title}"

    def take(self, thing):
        if thing not in self.things.get(self.room, set()):
            return f"no {thing} here"
        self.things[self.room].discard(thing)
        self.bag.add(thing)
        return f"taken: {thing}"


for script in ["look|go north|look|take lamp|take lamp|down|take all|up|south|open door|east|open gate|look", "dance|north|go up|down|look", "|GO WEST|eat the big cake"]:
    game = Game()
    for command in script.split("|"):
        print(f"> {command}\n{game.run(command)}")
    print(game.state, sorted(game.bag), game.room.name, game.turns)
