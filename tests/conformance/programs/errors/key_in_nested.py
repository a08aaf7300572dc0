# A key of a nested dict that is not there.
# covers: KeyError, line of the error
people = {
    "ann": {"age": 30, "city": "Bern"},
    "bob": {"age": 25},
}
for name, facts in people.items():
    print(
        name,
        facts["age"],
        facts["city"],
    )
