# Features that are all on already.
annotations = "annotations"
division = "division"
print_function = "print_function"
generators = "generators"
nested_scopes = "nested_scopes"
unicode_literals = "unicode_literals"
absolute_import = "absolute_import"
with_statement = "with_statement"
generator_stop = "generator_stop"
all_feature_names = [
    "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
    "unicode_literals", "generator_stop", "annotations",
]
