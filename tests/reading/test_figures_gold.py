"""
A table of figures written by hand: the sentence, the figure in it, and what it says.
"""

from decimal import Decimal

import pytest

from factcheck.hedges import Hedge
from factcheck.reading.figures import read_figure, read_figures

# sentence with the figure in braces | kind | number | last digit | power of ten | unit | hedge | sign or "words"
GOLD = """
trade reached {$237 billion} in a year | money | 237 | 1 | 9 | USD
trade reached {US$106.48bn} in a year | money | 106.48 | 0.01 | 9 | USD
a {$106.48-billion} market | money | 106.48 | 0.01 | 9 | USD
worth {1.74 trillion yuan} in all | money | 1.74 | 0.01 | 12 | CNY
worth {RMB 43.85tn} in all | money | 43.85 | 0.01 | 12 | CNY
worth {RMB43.85tn} in all | money | 43.85 | 0.01 | 12 | CNY
worth {CNY 25.45 trillion} in all | money | 25.45 | 0.01 | 12 | CNY
worth {CNY25.45 trillion} in all | money | 25.45 | 0.01 | 12 | CNY
exports of {€85 billion} | money | 85 | 1 | 9 | EUR
exports of {£79.3bn} | money | 79.3 | 0.1 | 9 | GBP
exports of {A$218.8 billion} | money | 218.8 | 0.1 | 9 | AUD
exports of {AU$218.8 billion} | money | 218.8 | 0.1 | 9 | AUD
exports of {C$12 million} | money | 12 | 1 | 6 | CAD
exports of {CA$12 million} | money | 12 | 1 | 6 | CAD
exports of {HK$5.1 billion} | money | 5.1 | 0.1 | 9 | HKD
exports of {NT$5.1 billion} | money | 5.1 | 0.1 | 9 | TWD
exports of {S$5.1 billion} | money | 5.1 | 0.1 | 9 | SGD
exports of {NZ$5.1 billion} | money | 5.1 | 0.1 | 9 | NZD
exports of {R$5.1 billion} | money | 5.1 | 0.1 | 9 | BRL
exports of {¥8.64tn} | money | 8.64 | 0.01 | 12 | -
exports of {CN¥8.64tn} | money | 8.64 | 0.01 | 12 | CNY
exports of {JP¥8.64tn} | money | 8.64 | 0.01 | 12 | JPY
they shipped {59.32 billion U.S. dollars} of oil | money | 59.32 | 0.01 | 9 | USD
they shipped {59.32 billion US dollars} of oil | money | 59.32 | 0.01 | 9 | USD
they shipped {59.32 billion dollars} of oil | money | 59.32 | 0.01 | 9 | USD
worth {3.5 trillion won} | money | 3.5 | 0.1 | 12 | KRW
worth {600 million roubles} | money | 600 | 1 | 6 | RUB
worth {600 million rubles} | money | 600 | 1 | 6 | RUB
worth {₹1.2 lakh crore} | money | 1.2 | 0.1 | 12 | INR
worth {Rs 500 crore} | money | 500 | 1 | 7 | INR
worth {Rs 500 cr} in all | money | 500 | 1 | 7 | INR
worth {Rs 1.06 lakh cr} in all | money | 1.06 | 0.01 | 12 | INR
worth {Rs. 500 crore} | money | 500 | 1 | 7 | INR
worth {5 lakh rupees} | money | 5 | 1 | 5 | INR
worth {40 million rupees} | money | 40 | 1 | 6 | INR
worth {40 million Pakistani rupees} | money | 40 | 1 | 6 | PKR
worth {12 billion dirhams} | money | 12 | 1 | 9 | AED
worth {12 billion Turkish lira} | money | 12 | 1 | 9 | TRY
worth {12 billion zloty} | money | 12 | 1 | 9 | PLN
worth {12 billion kronor} | money | 12 | 1 | 9 | SEK
worth {12 billion Danish kroner} | money | 12 | 1 | 9 | DKK
worth {12 billion kroner} | money | 12 | 1 | 9 | -
worth {12 billion Hong Kong dollars} | money | 12 | 1 | 9 | HKD
worth {12 billion New Zealand dollars} | money | 12 | 1 | 9 | NZD
worth {12 billion Canadian dollars} | money | 12 | 1 | 9 | CAD
worth {12 billion Swiss francs} | money | 12 | 1 | 9 | CHF
worth {12 billion Mexican pesos} | money | 12 | 1 | 9 | MXN
worth {12 billion pesos} | money | 12 | 1 | 9 | -
worth {12 billion yen} | money | 12 | 1 | 9 | JPY
worth {12 billion euros} | money | 12 | 1 | 9 | EUR
worth {12 billion pounds} | money | 12 | 1 | 9 | GBP
worth {12 billion pounds sterling} | money | 12 | 1 | 9 | GBP
worth {12 billion tenge} | money | 12 | 1 | 9 | KZT
worth {12 billion rand} | money | 12 | 1 | 9 | ZAR
worth {12bn USD} | money | 12 | 1 | 9 | USD
worth {12bn EUR} | money | 12 | 1 | 9 | EUR
worth {USD 12bn} | money | 12 | 1 | 9 | USD
worth {$12bn USD} | money | 12 | 1 | 9 | USD
worth {12 billion $} | money | 12 | 1 | 9 | USD
worth {12 €} | money | 12 | 1 | 0 | EUR
worth {12€} | money | 12 | 1 | 0 | EUR
worth {₽12bn} | money | 12 | 1 | 9 | RUB
worth {₩12bn} | money | 12 | 1 | 9 | KRW
worth {$5.2m} | money | 5.2 | 0.1 | 6 | USD
worth {$5.2mn} | money | 5.2 | 0.1 | 6 | USD
worth {$5.2mln} | money | 5.2 | 0.1 | 6 | USD
worth {$5.2 mln} | money | 5.2 | 0.1 | 6 | USD
worth {$5.2M} | money | 5.2 | 0.1 | 6 | USD
worth {$5k} | money | 5 | 1 | 3 | USD
worth {$5b} | money | 5 | 1 | 9 | USD
worth {$5B} | money | 5 | 1 | 9 | USD
worth {$1.2T} | money | 1.2 | 0.1 | 12 | USD
worth {$1.2trn} | money | 1.2 | 0.1 | 12 | USD
worth {$1.2 trillion} | money | 1.2 | 0.1 | 12 | USD
worth {$5 milliard} | money | 5 | 1 | 9 | USD
worth {$5 hundred million} | money | 5 | 1 | 8 | USD
worth {5m euros} | money | 5 | 1 | 6 | EUR
worth {$1,500} | money | 1500 | 1 | 0 | USD
worth {$1,500.50} | money | 1500.50 | 0.01 | 0 | USD
worth {$0.5bn} | money | 0.5 | 0.1 | 9 | USD
worth {$237.10 billion} | money | 237.10 | 0.01 | 9 | USD
worth {two billion dollars} | money | 2 | 1 | 9 | USD
worth {twenty-five million yuan} | money | 25 | 1 | 6 | CNY
worth {two and a half billion dollars} | money | 2.5 | 0.1 | 9 | USD
worth {half a billion dollars} | money | 0.5 | 0.1 | 9 | USD
worth {a billion dollars} | money | 1 | 1 | 9 | USD
a {million-dollar} deal | none
the {$5bn}-a-year market | money | 5 | 1 | 9 | USD
at {$60} a barrel | money | 60 | 1 | 0 | USD
("{$5bn}") | money | 5 | 1 | 9 | USD
slipped by {9.1 percent} | percent | 9.1 | 0.1 | 0 | %
slipped by {9.1 per cent} | percent | 9.1 | 0.1 | 0 | %
slipped by {9.1 pct} | percent | 9.1 | 0.1 | 0 | %
slipped by {9.1 pc} | percent | 9.1 | 0.1 | 0 | %
slipped by {9.1pc} | percent | 9.1 | 0.1 | 0 | %
slipped by {9.1%} | percent | 9.1 | 0.1 | 0 | %
slipped by {9.1 %} | percent | 9.1 | 0.1 | 0 | %
slipped by {9.10 %} | percent | 9.10 | 0.01 | 0 | %
slipped by {26 percent} | percent | 26 | 1 | 0 | %
slipped by {26.0 percent} | percent | 26.0 | 0.1 | 0 | %
a {26-percent} jump | percent | 26 | 1 | 0 | %
slipped by {two percent} | percent | 2 | 1 | 0 | %
slipped by {twenty-six percent} | percent | 26 | 1 | 0 | %
slipped by {half a percent} | percent | 0.5 | 0.1 | 0 | %
slipped by {zero percent} | percent | 0 | 1 | 0 | %
grew by {one and a half percent} | percent | 1.5 | 0.1 | 0 | %
grew by {two point five percent} | percent | 2.5 | 0.1 | 0 | %
trade—{5 percent} of it | percent | 5 | 1 | 0 | %
in 2020 {5 percent} was steel | percent | 5 | 1 | 0 | %
In June {5 percent} was steel | percent | 5 | 1 | 0 | %
China {25 percent} ahead | percent | 25 | 1 | 0 | %
Exports fell {-9.1%} | percent | 9.1 | 0.1 | 0 | % | - | -1
Exports fell {−9.1 %} | percent | 9.1 | 0.1 | 0 | % | - | -1
Exports rose {+1.9%} | percent | 1.9 | 0.1 | 0 | % | - | 1
a gap of {-$5bn} | money | 5 | 1 | 9 | USD | - | -1
a gap of {−$5bn} | money | 5 | 1 | 9 | USD | - | -1
a gap of {$-5bn} | money | 5 | 1 | 9 | USD | - | -1
a gap of {+$5bn} | money | 5 | 1 | 9 | USD | - | 1
about {-5%} of it | percent | 5 | 1 | 0 | % | about | -1
a rise of {0.2 percentage points} | points | 0.2 | 0.1 | 0 | pp
a rise of {0.2 percentage point} | points | 0.2 | 0.1 | 0 | pp
a {2-percentage-point} rise | points | 2 | 1 | 0 | pp
a rise of {0.2 pp} | points | 0.2 | 0.1 | 0 | pp
a rise of {0.2pp} | points | 0.2 | 0.1 | 0 | pp
a rise of {0.2%-pts} | points | 0.2 | 0.1 | 0 | pp
a rise of {0.2 % points} | points | 0.2 | 0.1 | 0 | pp
a rise of {25 basis points} | points | 0.25 | 0.01 | 0 | pp
a {25-basis-point} rise | points | 0.25 | 0.01 | 0 | pp
a rise of {25bp} | points | 0.25 | 0.01 | 0 | pp
a rise of {25bps} | points | 0.25 | 0.01 | 0 | pp
a rise of {25 bps} | points | 0.25 | 0.01 | 0 | pp
a rise of {half a percentage point} | points | 0.5 | 0.1 | 0 | pp
a rise of {a quarter of a percentage point} | points | 0.25 | 0.01 | 0 | pp
a rise of {a percentage point} | points | 1 | 1 | 0 | pp
makes up {a third} of exports | fraction | 33.333333333333333333 | 1 | 0 | % | - | words
makes up {one third} of exports | fraction | 33.333333333333333333 | 1 | 0 | % | - | words
makes up {one-third} of exports | fraction | 33.333333333333333333 | 1 | 0 | % | - | words
makes up {two thirds} of exports | fraction | 66.666666666666666667 | 1 | 0 | % | - | words
makes up {two-thirds} of exports | fraction | 66.666666666666666667 | 1 | 0 | % | - | words
makes up {a quarter} of exports | fraction | 25 | 1 | 0 | % | - | words
makes up {three quarters} of exports | fraction | 75 | 1 | 0 | % | - | words
makes up {three-quarters} of exports | fraction | 75 | 1 | 0 | % | - | words
makes up {half} of exports | fraction | 50 | 1 | 0 | % | - | words
makes up {half} the exports | fraction | 50 | 1 | 0 | % | - | words
fell by {half} in May | fraction | 50 | 1 | 0 | % | - | words
makes up more than {half} | fraction | 50 | 1 | 0 | % | more than | words
makes up {a fifth} of exports | fraction | 20 | 1 | 0 | % | - | words
makes up {two fifths} of exports | fraction | 40 | 1 | 0 | % | - | words
makes up {a tenth} of exports | fraction | 10 | 1 | 0 | % | - | words
fell by {a third} | fraction | 33.333333333333333333 | 1 | 0 | % | - | words
makes up nearly {a quarter} of exports | fraction | 25 | 1 | 0 | % | nearly | words
hits {one in five} firms | fraction | 20 | 1 | 0 | % | - | words
hits {1 in 5} firms | fraction | 20 | 1 | 0 | % | - | words
hits {nine out of ten} firms | fraction | 90 | 1 | 0 | % | - | words
trade {doubled} in a decade | factor | 2 | 1 | 0 | x | - | words
trade more than {doubled} | factor | 2 | 1 | 0 | x | more than | words
trade nearly {tripled} | factor | 3 | 1 | 0 | x | nearly | words
trade {quadrupled} | factor | 4 | 1 | 0 | x | - | words
trade {halved} | factor | 0.5 | 1 | 0 | x | - | words
{twice} as much | factor | 2 | 1 | 0 | x | - | words
{double} the amount | factor | 2 | 1 | 0 | x | - | words
a {twofold} rise | factor | 2 | 1 | 0 | x | - | words
a {two-fold} rise | factor | 2 | 1 | 0 | x | - | words
a {tenfold} rise | factor | 10 | 1 | 0 | x | - | words
a {6.4-fold} rise | factor | 6.4 | 0.1 | 0 | x
it is {6.4 times} larger | factor | 6.4 | 0.1 | 0 | x
it is {6.4x} larger | factor | 6.4 | 0.1 | 0 | x
it is {three times} larger | factor | 3 | 1 | 0 | x | - | words
it is {two and a half times} larger | factor | 2.5 | 0.1 | 0 | x | - | words
a {five-and-a-half-fold} rise | factor | 5.5 | 0.1 | 0 | x | - | words
rose by a factor of {5} | factor | 5 | 1 | 0 | x
rose by a factor of {ten} | factor | 10 | 1 | 0 | x | - | words
sold {1.16 million vehicles} | quantity | 1.16 | 0.01 | 6 | 1
sold {10,648 vehicles} | quantity | 10648 | 1 | 0 | 1
sold {5m vehicles} | quantity | 5 | 1 | 6 | 1
sold {200 new cars} | quantity | 200 | 1 | 0 | 1
sold {two thousand tractors} | quantity | 2 | 1 | 3 | 1
bought {108.5 million tonnes} of oil | quantity | 108.5 | 0.1 | 6 | t
bought {108.5 million metric tons} of oil | quantity | 108.5 | 0.1 | 6 | t
bought {108.5m tonnes} of oil | quantity | 108.5 | 0.1 | 6 | t
bought {1950 tonnes} of oil | quantity | 1950 | 1 | 0 | t
bought {5t} of oil | quantity | 5 | 1 | 0 | t
bought {5 t} of oil | quantity | 5 | 1 | 0 | t
bought {5 kg} of oil | quantity | 5 | 1 | -3 | t
bought {5 million kg} of oil | quantity | 5 | 1 | 3 | t
bought {5 Mt} of oil | quantity | 5 | 1 | 6 | t
bought {2.1 million barrels} of oil | quantity | 2.1 | 0.1 | 6 | bbl
bought {2.1 million barrels a day} of oil | quantity | 2.1 | 0.1 | 6 | bbl/d
bought {2.1 million barrels per day} of oil | quantity | 2.1 | 0.1 | 6 | bbl/d
bought {2.1 million bpd} of oil | quantity | 2.1 | 0.1 | 6 | bbl/d
bought {2.1 million b/d} of oil | quantity | 2.1 | 0.1 | 6 | bbl/d
bought {38 billion cubic metres} of gas | quantity | 38 | 1 | 9 | m3
bought {38 bcm} of gas | quantity | 38 | 1 | 9 | m3
bought {12.5 TWh} of power | quantity | 12.5 | 0.1 | 12 | Wh
bought {12 gigawatts} of panels | quantity | 12 | 1 | 9 | W
the {fourth} straight month | ordinal | 4 | 1 | 0 | 1
the {4th} straight month | ordinal | 4 | 1 | 0 | 1
the {22nd} country | ordinal | 22 | 1 | 0 | 1
the {twenty-first} country | ordinal | 21 | 1 | 0 | 1
the {third}-largest partner | ordinal | 3 | 1 | 0 | 1
a {third} straight month | ordinal | 3 | 1 | 0 | 1
ranked {first} | ordinal | 1 | 1 | 0 | 1
with {12} countries | number | 12 | 1 | 0 | 1
with {twenty-five} countries | number | 25 | 1 | 0 | 1
with {one hundred and five} countries | number | 105 | 1 | 0 | 1
about {half a million} of them | number | 0.5 | 0.1 | 6 | 1 | about
with {a billion} of them | number | 1 | 1 | 9 | 1
with {a hundred} of them | number | 100 | 1 | 0 | 1
with {a hundred million} of them | number | 100 | 1 | 6 | 1
with {two million five hundred thousand} of them | number | 2500 | 1 | 3 | 1
with {3k} of them | number | 3 | 1 | 3 | 1
with {5bn} of them | number | 5 | 1 | 9 | 1
the top {five} partners | number | 5 | 1 | 0 | 1
with {2,024} of them | number | 2024 | 1 | 0 | 1
trade of about {$240 billion} | money | 240 | 1 | 9 | USD | about
trade of around {$240 billion} | money | 240 | 1 | 9 | USD | about
trade of roughly {$240 billion} | money | 240 | 1 | 9 | USD | about
some {$240 billion} of trade | money | 240 | 1 | 9 | USD | about
trade of circa {$240 billion} | money | 240 | 1 | 9 | USD | about
trade of ca. {$240 billion} | money | 240 | 1 | 9 | USD | about
trade of approx. {$240 billion} | money | 240 | 1 | 9 | USD | about
trade of approximately {$240 billion} | money | 240 | 1 | 9 | USD | about
trade of ~{$240 billion} | money | 240 | 1 | 9 | USD | about
trade of an estimated {$240 billion} | money | 240 | 1 | 9 | USD | about
trade of {$240 billion} or so | money | 240 | 1 | 9 | USD | about
trade of nearly {$240 billion} | money | 240 | 1 | 9 | USD | nearly
trade of almost {$240 billion} | money | 240 | 1 | 9 | USD | nearly
trade close to {$240 billion} | money | 240 | 1 | 9 | USD | nearly
trade of just under {$240 billion} | money | 240 | 1 | 9 | USD | nearly
trade just shy of {$240 billion} | money | 240 | 1 | 9 | USD | nearly
the nearly {$2 billion} deal | money | 2 | 1 | 9 | USD | nearly
trade of more than {$240 billion} | money | 240 | 1 | 9 | USD | more than
trade of over {$240 billion} | money | 240 | 1 | 9 | USD | more than
trade rose above {$240 billion} | money | 240 | 1 | 9 | USD | more than
trade exceeded {$240 billion} | money | 240 | 1 | 9 | USD | more than
trade exceeding {$240 billion} | money | 240 | 1 | 9 | USD | more than
trade topped {$240 billion} | money | 240 | 1 | 9 | USD | more than
trade surpassed {$240 billion} | money | 240 | 1 | 9 | USD | more than
upwards of {$240 billion} | money | 240 | 1 | 9 | USD | more than
trade of just over {$240 billion} | money | 240 | 1 | 9 | USD | more than
trade of less than {$240 billion} | money | 240 | 1 | 9 | USD | less than
fewer than {240 vehicles} | quantity | 240 | 1 | 0 | 1 | less than
trade of under {$240 billion} | money | 240 | 1 | 9 | USD | less than
trade fell below {$240 billion} | money | 240 | 1 | 9 | USD | less than
at least {$240 billion} | money | 240 | 1 | 9 | USD | at least
no less than {$240 billion} | money | 240 | 1 | 9 | USD | at least
a minimum of {$240 billion} | money | 240 | 1 | 9 | USD | at least
trade of {$240 billion} or more | money | 240 | 1 | 9 | USD | at least
trade of {$240 billion}+ | money | 240 | 1 | 9 | USD | at least
at most {$240 billion} | money | 240 | 1 | 9 | USD | at most
up to {$240 billion} | money | 240 | 1 | 9 | USD | at most
no more than {$240 billion} | money | 240 | 1 | 9 | USD | at most
not more than {$240 billion} | money | 240 | 1 | 9 | USD | at most
a maximum of {$240 billion} | money | 240 | 1 | 9 | USD | at most
as much as {$240 billion} | money | 240 | 1 | 9 | USD | at most
trade of {$240 billion} or less | money | 240 | 1 | 9 | USD | at most
trade of {$240 billion} at most | money | 240 | 1 | 9 | USD | at most
did not exceed {$240 billion} | money | 240 | 1 | 9 | USD | at most
surpassed the {$500bn} mark | money | 500 | 1 | 9 | USD | more than
more than the {$500 billion} mark | money | 500 | 1 | 9 | USD | more than
crossed the {$430 billion} mark | money | 430 | 1 | 9 | USD | more than
trade passed {$430 billion} | money | 430 | 1 | 9 | USD | more than
breached the {$430 billion} level | money | 430 | 1 | 9 | USD | more than
trade broke through {$430 billion} | money | 430 | 1 | 9 | USD | more than
trade went past {$430 billion} | money | 430 | 1 | 9 | USD | more than
trade went beyond {$430 billion} | money | 430 | 1 | 9 | USD | more than
broke the {$400 billion} barrier | money | 400 | 1 | 9 | USD | more than
topped the {400 billion} threshold | number | 400 | 1 | 9 | 1 | more than
above the {$440 billion} mark | money | 440 | 1 | 9 | USD | more than
above the symbolic {$440-billion} mark | money | 440 | 1 | 9 | USD | more than
around the {$440 billion} mark | money | 440 | 1 | 9 | USD | about
below the {$440bn} mark | money | 440 | 1 | 9 | USD | less than
close to the {400 billion} mark | number | 400 | 1 | 9 | 1 | nearly
hit {$430 billion} | money | 430 | 1 | 9 | USD
reached the {$430 billion} mark | money | 430 | 1 | 9 | USD
passed {12} laws | number | 12 | 1 | 0 | 1
missed {3} meetings | number | 3 | 1 | 0 | 1
passed {$60 billion} in aid | money | 60 | 1 | 9 | USD
in the past {5 percent} of it | percent | 5 | 1 | 0 | %
not nearly {$450 billion} | money | 450 | 1 | 9 | USD | less than
without exceeding {$450 billion} | money | 450 | 1 | 9 | USD | at most
passed a {$60 billion} package | money | 60 | 1 | 9 | USD
above the {$440 billion} level of 2024 | money | 440 | 1 | 9 | USD
did not reach {$450 billion} | money | 450 | 1 | 9 | USD | less than
didn't reach {$450 billion} | money | 450 | 1 | 9 | USD | less than
never reached the {$450 billion} mark | money | 450 | 1 | 9 | USD | less than
failed to reach {$450 billion} | money | 450 | 1 | 9 | USD | less than
missed {$450 billion} | money | 450 | 1 | 9 | USD | less than
fell short of {$450 billion} | money | 450 | 1 | 9 | USD | less than
never exceeded {$450 billion} | money | 450 | 1 | 9 | USD | at most
did not top {$450 billion} | money | 450 | 1 | 9 | USD | at most
failed to top {$450 billion} | money | 450 | 1 | 9 | USD | at most
has not yet crossed the {$450 billion} mark | money | 450 | 1 | 9 | USD | at most
did not rise above {$450 billion} | money | 450 | 1 | 9 | USD | at most
is no longer above {$450 billion} | money | 450 | 1 | 9 | USD | at most
did not fall below {$450 billion} | money | 450 | 1 | 9 | USD | at least
not only exceeded {$450 billion} | money | 450 | 1 | 9 | USD | more than
trade of {$440 billion}, give or take | money | 440 | 1 | 9 | USD | about
trade of {$440 billion}, at least in theory | money | 440 | 1 | 9 | USD
barely {$438bn} | money | 438 | 1 | 9 | USD | about
barely above {$438bn} | money | 438 | 1 | 9 | USD | more than
a little over {$438bn} | money | 438 | 1 | 9 | USD | more than
a little more than {$438bn} | money | 438 | 1 | 9 | USD | more than
just above {$438bn} | money | 438 | 1 | 9 | USD | more than
slightly under {$438bn} | money | 438 | 1 | 9 | USD | nearly
worth {R$ 50 bilhões} | money | 50 | 1 | 9 | BRL
worth {R$ 50 milhões} | money | 50 | 1 | 6 | BRL
worth {€304.5 Mrd} | money | 304.5 | 0.1 | 9 | EUR
worth {€50 Milliarden} | money | 50 | 1 | 9 | EUR
worth {€50 miliardi} | money | 50 | 1 | 9 | EUR
worth {€50 Mio} | money | 50 | 1 | 6 | EUR
worth {€50 Millionen} | money | 50 | 1 | 6 | EUR
worth {€50 millones} | money | 50 | 1 | 6 | EUR
worth {$5} pavilions | money | 5 | 1 | 0 | USD
worth {107 trillion, 90 billion yen} | money | 107.090 | 0.001 | 12 | JPY
worth {5 million, 300 thousand tonnes} | quantity | 5.300 | 0.001 | 6 | t
worth {$10 billion Canadian} | money | 10 | 1 | 9 | CAD
worth {$10 billion US} in 2024 | money | 10 | 1 | 9 | USD
worth {$10 billion Australian}, they said | money | 10 | 1 | 9 | AUD
a {$10 billion} Canadian company | money | 10 | 1 | 9 | USD
a {$10 billion} US market | money | 10 | 1 | 9 | USD
worth {Rmb1.74tn} in all | money | 1.74 | 0.01 | 12 | CNY
worth {Rmb 1.74tn} in all | money | 1.74 | 0.01 | 12 | CNY
worth {Cdn$5bn} in all | money | 5 | 1 | 9 | CAD
worth {SFr5bn} in all | money | 5 | 1 | 9 | CHF
worth {Rs8,50,000 crore} in all | money | 850000 | 1 | 7 | INR
worth {₹8,50,000} in all | money | 850000 | 1 | 0 | INR
worth {8,50,000 crore rupees} in all | money | 850000 | 1 | 7 | INR
worth {$5tr} in all | money | 5 | 1 | 12 | USD
worth {$.5bn} in all | money | 0.5 | 0.1 | 9 | USD
worth {a billion and a half dollars} | money | 1.5 | 0.1 | 9 | USD
a rate of {2¾ percent} | percent | 2.75 | 0.01 | 0 | %
a rate of {5½ percent} | percent | 5.5 | 0.1 | 0 | %
worth {5 billion greenbacks} | money | 5 | 1 | 9 | USD
worth {5 billion reais} | money | 5 | 1 | 9 | BRL
worth {5 billion real} | money | 5 | 1 | 9 | BRL
some {5 billion} real wages | number | 5 | 1 | 9 | 1 | about
{one dollar in every seven} | fraction | 14.285714285714285714 | 1 | 0 | % | - | words
{one in every five} firms | fraction | 20 | 1 | 0 | % | - | words
a fall of {minus 2.9 percent} | percent | 2.9 | 0.1 | 0 | % | - | -1
a rate of {minus 2.9} | number | 2.9 | 0.1 | 0 | 1 | - | -1
a gap of {minus two billion dollars} | money | 2 | 1 | 9 | USD | - | -1
a top-{10} partner | number | 10 | 1 | 0 | 1
a top-{five} partner | number | 5 | 1 | 0 | 1
the No. {6} partner | number | 6 | 1 | 0 | 1
ranked number {six} | number | 6 | 1 | 0 | 1
its {ten} largest partners | number | 10 | 1 | 0 | 1
the {sixth} most important one | ordinal | 6 | 1 | 0 | 1
down to just {1.9 percent} | percent | 1.9 | 0.1 | 0 | %
only {1.9 percent} | percent | 1.9 | 0.1 | 0 | %
exports are up {5%} | percent | 5 | 1 | 0 | %
exports went up to {$5bn} | money | 5 | 1 | 9 | USD
over the year {5%} was lost | percent | 5 | 1 | 0 | %
over {five} years | number | 5 | 1 | 0 | 1
"""


def _rows():
    for line in GOLD.strip().splitlines():
        cells = [cell.strip() for cell in line.split(" | ")]
        if cells[1] != "none":
            yield pytest.param(*cells, *[""] * (8 - len(cells)), id=cells[0])


@pytest.mark.parametrize(("marked", "kind", "number", "last_digit", "power", "unit", "hedge", "more"), list(_rows()))
def test_a_written_figure_is_read_as_what_it_says(marked, kind, number, last_digit, power, unit, hedge, more):
    """
    A figure in a sentence has the number, precision, scale, unit, hedge and sign that a reader gives it.
    """
    start = marked.index("{")
    text = marked[start + 1 : marked.index("}")]

    (figure,) = read_figures(marked.replace("{", "").replace("}", ""))

    assert (figure.text, figure.start, figure.end) == (text, start, start + len(text))
    assert (figure.kind.value, str(figure.number), figure.last_digit) == (kind, number, Decimal(last_digit))
    assert (figure.unit_multiplier, figure.unit) == (int(power), "" if unit == "-" else unit)
    assert figure.hedge == (Hedge(hedge) if hedge not in {"", "-"} else None)
    assert figure.sign == (int(more) if more in {"-1", "1"} else 0)
    assert figure.in_words == (more == "words")


def test_a_line_end_is_a_space():
    """
    A figure may stand over a line end, but not over a blank line.
    """
    assert [figure.text for figure in read_figures("about 12\nships\nand $5\nbillion")] == ["12\nships", "$5\nbillion"]
    assert [figure.text for figure in read_figures("12 more\n\nships, $5\n\nbillion")] == ["12", "$5"]


@pytest.mark.parametrize(("marked", "kind", "number", "last_digit", "power", "unit", "hedge", "more"), list(_rows()))
def test_the_text_of_a_figure_says_the_same_by_itself(marked, kind, number, last_digit, power, unit, hedge, more):
    """
    What a figure is written with is enough to read it again: its text is a figure of the same number and unit.
    """
    text = marked[marked.index("{") + 1 : marked.index("}")]
    if marked.startswith("rose by a factor of"):
        text = "factor of " + text
        (figure,) = read_figures(text)
    else:
        figure = read_figure(text)

    assert (str(figure.number), figure.unit) == (number, "" if unit == "-" else unit)
