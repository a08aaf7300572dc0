# A name cannot start with a digit.
# covers: wrong numbers
1st_place = "gold"
