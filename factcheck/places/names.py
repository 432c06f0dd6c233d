"""
The other names of places: as journalists write them, and as statistical tables do.

``SPOKEN`` are names, adjectives and demonyms that running text may use; ``TABLED`` are understood only where
a place is asked for, because in a sentence they would misread ("Korea, South Africa and …", "Emirates said").
One line each, ``code: name; name``. Plurals in -s of adjectives in -an and -i, codes, accents, "the", "&"
and "St." need no entry. Written down for this project from newspapers' usage and from the way in which
World Bank, IMF, United Nations, US Census and Chinese customs tables write their rows; no list was copied.
"""

from __future__ import annotations

SPOKEN = """\
ARE: UAE
ARG: Argentinian; Argentinean
AZE: Azeri
BES: Bonaire
BIH: Bosnia; Bosnia-Herzegovina; Bosnia and Hercegovina
BLR: Byelorussia; Belorussian; Belarussian
BRA: Brasil
BRB: Bajan
BRN: Brunei Darussalam
CHN: PRC; People's Republic of China; mainland China; Chinese mainland; China mainland; Communist China; Sino
CHN+HKG: mainland China and Hong Kong
CIV: Côte d'Ivoire
COD: DRC; Democratic Republic of the Congo; Democratic Republic of Congo; D.R. Congo; Congo-Kinshasa; Zaire
COG: Republic of the Congo; Republic of Congo; Congo Republic
CPV: Cabo Verde; Cabo Verdean
CZE: Czechia; Czechs
DNK: Danes
DEU: Federal Republic of Germany; Deutschland
EA: eurozone; euro zone
EAEU: Eurasian Union
EFTA: European Free Trade Association
ESP: Spaniard; Spaniards
EU: EU27; EU-27; EU bloc
FIN: Finns
FLK: Falklands; Falkland Islander; Falkland Islanders
FRA: Frenchman; Frenchmen
FRO: Faeroe Islands; Faroes; Faroe
FSM: Federated States of Micronesia
G7: G-7; Group of Seven
GBR: UK; Britain; Great Britain; Briton; Britons; Brits
GRC: Greeks
HKG: HK; HKSAR; Hong Kong SAR; Hong Konger; Hong Kongers; Hongkong; Hong Kongese
HRV: Croat; Croats
IRN: Islamic Republic of Iran
ISL: Icelander; Icelanders
IRL: Republic of Ireland; Irish Republic
KAZ: Kazakhstani; Kazakhs
KGZ: Kyrgyz Republic; Kirgizstan; Kirghizia; Kirghizstan; Kirgizia
KHM: Kampuchea
KOR: Korea; Korean; ROK; Republic of Korea; S. Korea; S. Korean; S Korea
LAO: Lao; Lao PDR; Lao People's Democratic Republic
LATAM: Latin America and the Caribbean; Latin America & Caribbean
LUX: Luxembourger; Luxembourgers
MAC: Macao; Macau SAR; Macao SAR
MERCOSUR: Mercosul
MKD: Macedonia; Republic of North Macedonia; FYROM
MMR: Burma; Myanmarese
NLD: Holland; Dutchman
NPL: Nepali
NZL: NZ; New Zealander; New Zealanders; Aotearoa
OECD: Organisation for Economic Co-operation and Development
OPEC: Organization of the Petroleum Exporting Countries; Organisation of Petroleum Exporting Countries
PHL: Filipino; Filipinos; Filipina
POL: Poles
PRK: DPRK; Democratic People's Republic of Korea; N. Korea; N. Korean; N Korea
PSE: Palestinian territories; State of Palestine; occupied Palestinian territory
RCEP: Regional Comprehensive Economic Partnership
ROU: Rumania; Roumania
RUS: Russian Federation; Russo
SAU: KSA; Kingdom of Saudi Arabia; Saudi Arabian
SCO: Shanghai Cooperation Organization
SLV: Salvadorean
SRB: Serb; Serbs
STP: São Tomé
SVK: Slovaks; Slovak Republic
SVN: Slovene; Slovenes
SWE: Swede; Swedes
SWZ: Swaziland
TLS: East Timor; East Timorese
TTO: Trinidad; Tobagonian
TUR: Türkiye; Turk; Turks
TWN: Chinese Taipei; Formosa
USA: US; USA; United States of America; America; American
USMCA: NAFTA; North American Free Trade Agreement; CUSMA
CPTPP: Comprehensive and Progressive Agreement for Trans-Pacific Partnership
ASEAN: Association of Southeast Asian Nations; Association of South East Asian Nations
UZB: Uzbekistani; Uzbeks
VAT: Holy See
VIR: United States Virgin Islands
VNM: Viet Nam
XGZ: Gaza
ZAF: RSA; Republic of South Africa
"""

TABLED = """\
ASEAN: ASEAN-10; ASEAN-11
AFG: Islamic Republic of Afghanistan
ARE: Emirates
BHS: Bahamas, The
BES: Bonaire, Sint Eustatius and Saba
BLM: St Barts
BLR: Republic of Belarus
BOL: Bolivia (Plurinational State of); Plurinational State of Bolivia
CAF: Central African Rep.; CAR
CCK: Cocos Islands; Keeling Islands
CHE: Swiss Confederation
CHN: China, People's Republic of; China, P.R.: Mainland; P.R. China; China (mainland)
CHN+HKG: China and Hong Kong; China with Hong Kong; China + Hong Kong; China plus Hong Kong
COD: Congo, Dem. Rep.; Congo, Democratic Republic of the; Congo (Kinshasa)
COG: Congo, Rep.; Congo, Republic of the; Congo (Brazzaville)
CYM: Caymans
CYP: Republic of Cyprus
DOM: Dominican Rep.
EA: EA19; EA20; EA21; EA-19; EA-20; EA-21
EAEU: EEU
EGY: Egypt, Arab Rep.; Arab Republic of Egypt
ATF: French Southern and Antarctic Lands; French Southern and Antarctic Territories
FLK: Falkland Islands (Malvinas); Falkland Islands (Islas Malvinas); Malvinas
FRA: French Republic
FSM: Micronesia, Fed. Sts.; Micronesia (Federated States of)
GBR: United Kingdom of Great Britain and Northern Ireland
GMB: Gambia, The; Republic of the Gambia
GRC: Hellenic Republic
GUF: Guiana
HKG: Hong Kong SAR, China; China, Hong Kong SAR; Hong Kong, China; China, Hong Kong
HMD: Heard Island and McDonald Islands; Heard Island
IND: Republic of India; Bharat
IRN: Iran, Islamic Rep.; Iran (Islamic Republic of)
JPN: Nippon
KAZ: Republic of Kazakhstan
KOR: Korea, Rep.; Korea, South; Korea, Republic of; Rep. of Korea
KNA: St Kitts; Saint Christopher and Nevis
LAO: Lao P.D.R.
LBY: State of Libya
MAC: Macao SAR, China; China, Macao SAR; Macao, China; China, Macao
MAF: Saint Martin (French part)
MDA: Republic of Moldova; Moldova, Republic of
MKD: Macedonia, FYR; The former Yugoslav Republic of Macedonia
MMR: Burma/Myanmar; Myanmar/Burma
NLD: Kingdom of the Netherlands
PRK: Korea, North; Korea, Dem. People's Rep.; Korea, Democratic People's Republic of
PSE: Palestine, State of; Palestinian Territory; West Bank and Gaza
SGS: South Georgia; South Georgia and South Sandwich Islands
SHN: Saint Helena, Ascension and Tristan da Cunha
SJM: Svalbard, Jan Mayen Island
SVK: Slovak Rep.
SXM: Saint Martin (Dutch part); Sint Maarten (Dutch part)
SYR: Syrian Arab Republic
TUR: Republic of Turkey; Republic of Türkiye
TWN: Taiwan, China; Taiwan Province; China, Taiwan; Taiwan Province of China; Republic of China; Taiwan (ROC)
TZA: United Republic of Tanzania; Tanzania, United Republic of
VAT: Holy See (Vatican City State); Vatican City State
VCT: St Vincent; Saint Vincent and Grenadines
VEN: Venezuela, RB; Venezuela (Bolivarian Republic of); Bolivarian Republic of Venezuela
VGB: Virgin Islands (British)
VIR: Virgin Islands (U.S.)
VNM: Socialist Republic of Vietnam
WLD: all countries; all partners; global; whole world
XGZ: Gaza Strip administered by Israel
XKX: XK; Republic of Kosovo
XWB: West Bank administered by Israel
YEM: Yemen, Rep.; Republic of Yemen
"""

#: Words that name no single place: the word, and what to write instead.
AMBIGUOUS = """\
Congo: write DR Congo (Kinshasa, code COD) or Congo-Brazzaville (code COG)
Congolese: write DR Congo (Kinshasa, code COD) or Congo-Brazzaville (code COG)
Virgin Islands: write British Virgin Islands (VGB) or U.S. Virgin Islands (VIR)
Europe: write EU for the European Union, EA for the euro area, or a country
European: write EU for the European Union, EA for the euro area, or a country
bloc: write which, as in EU or ASEAN
the bloc: write which, as in EU or ASEAN
England: trade figures are published for the United Kingdom: write UK
English: trade figures are published for the United Kingdom: write UK
Scotland: trade figures are published for the United Kingdom: write UK
Wales: trade figures are published for the United Kingdom: write UK
Northern Ireland: trade figures are published for the United Kingdom: write UK
Soviet Union: write Russia (RUS) for the Russian Federation, or another of its successors
USSR: write Russia (RUS) for the Russian Federation, or another of its successors
Yugoslavia: write Serbia (SRB), or another of its successors
Czechoslovakia: write Czech Republic (CZE) or Slovakia (SVK)
Netherlands Antilles: write Curaçao (CUW), Sint Maarten (SXM) or Caribbean Netherlands (BES)
North America: write USMCA for the United States, Mexico and Canada, or a country
South America: write LATAM for Latin America, MERCOSUR, or a country
Asia: write ASEAN, or a country
Southeast Asia: write ASEAN for its members, or a country
South-East Asia: write ASEAN for its members, or a country
Greater China: write China, China with Hong Kong (CHN+HKG), or another place
Extra-EU: write World as the partner, with EU as the reporter
Beijing: a capital is not a reporter: write China
Moscow: a capital is not a reporter: write Russia
Washington: a capital is not a reporter: write US
Brussels: a capital is not a reporter: write EU or Belgium
EU28: write EU: its members follow the year, the United Kingdom counting through 2019
EU-28: write EU: its members follow the year, the United Kingdom counting through 2019
"""

#: Phrases of running text that hold the name of a place and do not mean it.
NOT_PLACES = """\
American Indian; American Indians; Native American; Native Americans; Bank of America; Voice of America
South America; South American; North America; North American; Central America; Latin American Free Trade
Central African Franc; North Africa; North African; West Africa; West African; East Africa; East African
Southern Africa; Southern African; Central Africa; Sub-Saharan Africa; sub-Saharan African
South China Sea; East China Sea; Sea of Japan; Irish Sea; Indian Ocean; Gulf of Mexico; Gulf of Oman
Gulf of Guinea; Korean Peninsula; Taiwan Strait; Panama Canal; Northern Ireland; New Guinea; Inner Mongolia
Chinese New Year; China Daily; Japan Times; Korea Times; Korea Herald; Times of India; Economic Times of India
greater China; Guinea pig; Guinea pigs; Brazil nut; Brazil nuts; Korean War; Vietnam War; Gulf of America; Cuban heel
Congo River; Jordan River; Malta Freeport; New Mexico; Georgia Tech; Korean won
South Korean won; Brazilian real; Brazilian reais
"""

#: A place right before one of these names a currency: "U.S. dollars", "Chinese yuan".
MONEY_WORDS = """\
baht dinar dinars dirham dirhams dollar dollars dong euro euros forint franc francs hryvnia krona kronor krone
kroner koruna lira peso pesos pound pounds rand renminbi riyal riyals ringgit rouble roubles ruble
rubles rupee rupees rupiah shekel shekels sterling tenge yen yuan zloty
"""
