# Arithmetic of the number types and its errors.
# cases
1 + 2  #-> 3
140737488355327 + 1  #-> 140737488355328
-140737488355328 - 1  #-> -140737488355329
9223372036854775807 + 1  #-> 9223372036854775808
-9223372036854775808 - 1  #-> -9223372036854775809
-(-9223372036854775808)  #-> 9223372036854775808
~9223372036854775807  #-> -9223372036854775808
(1 << 70) - (1 << 70) + 5  #-> 5
3 * 10**30  #-> 3000000000000000000000000000000
-(2**100)  #-> -1267650600228229401496703205376
12345678901234567890 % 97  #-> 3
-12345678901234567890 // 7  #-> -1763668414462081128
12345678901234567890 / 3  #-> 4.1152263004115226e+18
2**62 * 2 - 1  #-> 9223372036854775807
5 % -3  #-> -1
-5 // 3  #-> -2
5.5 // -2  #-> -3.0
5.5 % -2  #-> -0.5
-0.0  #-> -0.0
0.0 * -1  #-> -0.0
7 / 2  #-> 3.5
9007199254740993 / 1  #-> 9007199254740992.0
True + True  #-> 2
True & False  #-> False
True | 2  #-> 3
True ^ True  #-> False
~True  #-> -2
-True  #-> -1
+False  #-> 0
1 << 100 >> 98  #-> 4
-1 >> 1000  #-> -1
1 << 0  #-> 1
2 ** 10  #-> 1024
2 ** -1  #-> 0.5
2 ** 0.5  #-> 1.4142135623730951
10 ** 20  #-> 100000000000000000000
(-2) ** 63  #-> -9223372036854775808
(-1) ** 1000000007  #-> -1
0 ** 0  #-> 1
0 ** -1  #-> ZeroDivisionError: 0.0 cannot be raised to a negative power
2.0 ** 5000  #-> OverflowError: (34, 'Numerical result out of range')
10.0 ** 400  #-> OverflowError: (34, 'Numerical result out of range')
(-8) ** (1/3)  #-> (1.0000000000000002+1.7320508075688772j)
1j * 1j  #-> (-1+0j)
(1+2j) / (3-4j)  #-> (-0.2+0.4j)
(1+2j) ** 2  #-> (-3+4j)
(1+2j) ** 0.5  #-> (1.272019649514069+0.7861513777574233j)
1j / 0  #-> ZeroDivisionError: complex division by zero
0j ** -1  #-> ZeroDivisionError: 0.0 to a negative or complex power
1 + 2j  #-> (1+2j)
2j - 1.5  #-> (-1.5+2j)
-(1-2j)  #-> (-1+2j)
1 // 0  #-> ZeroDivisionError: integer division or modulo by zero
1 % 0  #-> ZeroDivisionError: integer modulo by zero
1 / 0  #-> ZeroDivisionError: division by zero
1.0 // 0  #-> ZeroDivisionError: float floor division by zero
1.0 % 0  #-> ZeroDivisionError: float modulo
5.0 / 0  #-> ZeroDivisionError: float division by zero
2**70 // 0  #-> ZeroDivisionError: integer division or modulo by zero
2**70 % 0  #-> ZeroDivisionError: integer modulo by zero
1 << -1  #-> ValueError: negative shift count
1 << 10**30  #-> OverflowError: too many digits in integer
1 + "a"  #-> TypeError: unsupported operand type(s) for +: 'int' and 'str'
1.5 - "a"  #-> TypeError: unsupported operand type(s) for -: 'float' and 'str'
"a" - 1  #-> TypeError: unsupported operand type(s) for -: 'str' and 'int'
None + 1  #-> TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'
1 @ 2  #-> TypeError: unsupported operand type(s) for @: 'int' and 'int'
1j // 2  #-> TypeError: unsupported operand type(s) for //: 'complex' and 'int'
1j % 2  #-> TypeError: unsupported operand type(s) for %: 'complex' and 'int'
1.0 << 2  #-> TypeError: unsupported operand type(s) for <<: 'float' and 'int'
1.0 ** "a"  #-> TypeError: unsupported operand type(s) for ** or pow(): 'float' and 'str'
2 ** "a"  #-> TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'str'
[] - []  #-> TypeError: unsupported operand type(s) for -: 'list' and 'list'
-"a"  #-> TypeError: bad operand type for unary -: 'str'
~1.5  #-> TypeError: bad operand type for unary ~: 'float'
+[]  #-> TypeError: bad operand type for unary +: 'list'
-None  #-> TypeError: bad operand type for unary -: 'NoneType'
1 < 2.5  #-> True
1 == 1.0  #-> True
1 == True  #-> True
2**53 + 1 == float(2**53)  #-> False
2**53 + 1 > 9007199254740992.0  #-> True
10**400 > 1e308  #-> True
10**400 == float("inf")  #-> False
-(10**400) < float("-inf")  #-> False
float("nan") == float("nan")  #-> False
float("nan") != float("nan")  #-> True
1 < float("nan")  #-> False
1j == 1j  #-> True
1j != 1  #-> True
1 + 0j == 1  #-> True
1j < 2  #-> TypeError: '<' not supported between instances of 'complex' and 'int'
1 < "a"  #-> TypeError: '<' not supported between instances of 'int' and 'str'
"a" >= 1  #-> TypeError: '>=' not supported between instances of 'str' and 'int'
None < None  #-> TypeError: '<' not supported between instances of 'NoneType' and 'NoneType'
1 == "1"  #-> False
divmod(7, -2)  #-> (-4, -1)
divmod(7.5, -2)  #-> (-4.0, -0.5)
divmod(10**30, 7)  #-> (142857142857142857142857142857, 1)
divmod(1, 0)  #-> ZeroDivisionError: integer division or modulo by zero
divmod(1j, 2)  #-> TypeError: unsupported operand type(s) for divmod(): 'complex' and 'int'
pow(3, 20, 7)  #-> 2
pow(3, -1, 7)  #-> 5
pow(2, -1, 4)  #-> ValueError: base is not invertible for the given modulus
pow(2, 3, -5)  #-> -2
pow(2, 3, 0)  #-> ValueError: pow() 3rd argument cannot be 0
pow(2.0, 3, 5)  #-> TypeError: pow() 3rd argument not allowed unless all arguments are integers
pow("a", 3, 5)  #-> TypeError: unsupported operand type(s) for ** or pow(): 'str', 'int', 'int'
abs(-3), abs(-2.5), abs(3-4j), abs(True), abs(-(2**80))  #-> (3, 2.5, 5.0, 1, 1208925819614629174706176)
abs("a")  #-> TypeError: bad operand type for abs(): 'str'
1e308 * 10  #-> inf
10**400 * 1.0  #-> OverflowError: int too large to convert to float
10**400 / 10**399  #-> 10.0
10**400 / 3  #-> OverflowError: integer division result too large for a float
int.__add__(1, 2)  #-> 3
hash(-1), hash(1.0), hash(2**61), hash(True), hash(0.5), hash(1j), hash(2+0j)  #-> (-2, 1, 1, 1, 1152921504606846976, 1000003, 2)
hash((1, 2)), hash(()), hash(frozenset([1, 2, 3]))  #-> (-3550055125485641917, 5740354900026072187, -272375401224217160)
hash(2**100)  #-> 549755813888
divmod(10**20, 0)  #-> ZeroDivisionError: integer division or modulo by zero
(-3) ** 1j  #-> (0.01965509114374261+0.03848532348622212j)
