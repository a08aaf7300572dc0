def fold(function, *values):
    result = values[0]
    for value in values[1:]:
        result = function(result, value)
    return result

fold(max, 3, 13, 5, 8)
