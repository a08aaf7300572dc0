# A method of a list, with a slip.
# covers: suggestions for attributes
names = ["ann"]
names.append("bob")
names.appendd("cy")
