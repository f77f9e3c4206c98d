"""
Given names and surnames that are common in the Netherlands: facts, short, and never complete.

Of people in the Netherlands some two in three carry one of these given names, so a column of names
shows by its share, while a single name that is not here says nothing.
"""

_GIVEN = """
aad aafke aagje aart abdel abdellah abdul abdullah abel achmed ad ada adam adriaan adrian adriana
adrie agnes agnieszka ahmed aicha aiden aimée aisha albert alberta albertus aleida aleksandra alex
alexander alexandra alexandre alfred ali alice alicia alida alie alina alisa allard alwin alyssa
amber amina amir amira amy amélie ana anastasia anders andrea andreas andrew andries andrzej andré
angela angelique anika anita anja anke ann anna anne anneke annelies anneloes annemarie annemiek
annemieke annette annie annika anouk ans anthony antje antoine antoinette anton antonia antonie
antonio antonius appie arend arian ariane arie arjan arjen arnold arnoud arthur astrid audrey
aukje aya ayden ayla ayoub ayse barbara barend barry bart bartholomeus bas bastiaan bea beatrijs
beatrix beau ben benjamin bennie bente benthe berend bernadette bernard bert berta bertha bianca
bibi bilal bjorn björn bo boaz bob boris boudewijn bradley bram bregje brenda brent brian brigitte
britt bruno bryan burak can carel carina carla carlijn carlo carlos carmen carola carolien
carolina caroline carolus cas casper catharina cathelijne catherine cato cecile cecilia cees
celine cem chaima chantal charles charlie charlotte chiara chloe chloé chris christa christel
christiaan christian christien christina christine christoph christopher cindy claire clara clare
claudia claus clemens colin conny constantijn cor corina corine corinne cornelia cornelis corrie
corry cynthia daan daisy damian dana dani daniel daniela daniella danielle danique daniël danny
dave david davy dean debbie debora deborah demi denise deniz dennis desiree detlef dewi diana dick
diederik diego dieuwertje dimitri dina dion dirk dirkje dolf dominique donna doortje dora dorien
doris dorothea douwe duncan durk dylan eddy edith eduard edward edwin eefje eelco eelke egbert
elena elif elin eline elisa elisabeth elise eliza elizabeth elke ella ellen ellis elly els elsa
elsbeth elsje elvira emiel emil emilie emily emine emir emirhan emma emmanuel emre engel eric
erica erik erika ernst erwin esma esmee esmée esra esther eugene eva evelien eveline evelyn evert
evi evy ewa ewout ezra fabian fabiënne fadi fatih fatima fatma fay fedde feike feline felix fem
femke fenna fenne ferdinand ferry fieke fien fiene finn fleur floor flora florian floris fons
francien francina francis francisca franciscus francois frank frans franz fred freddy frederik
frederika frederique freek friso frits fritz féline gabriel gabriela gamze geert geertje
geertruida gemma gerald gerard gerarda gerardus gerben gerda gerdien gerhard gerrie gerrit
gerritje gert gertjan gertrude gerwin geurt gideon gijs gijsbert gilles gina giovanni giuseppe
gonny greet greetje greta grietje grzegorz guido guillaume gustaaf guus guusje gwen haico hailey
hakan halil hamid hamza han hanna hannah hanneke hannes hannie hans harald harm harmen harold
harrie harriet harry hasan hassan hatice heidi heike hein heleen helena helene helga hella helma
hendrik hendrika hendrikje hendrikus hendrina henk hennie henny henri henriette henrik henry
herbert herman hermanus hermien hermina hessel hidde hilda hilde hillegonda houda hubert hubertus
hugo huib huibert huseyin hylke ian ibrahim ida igor ilona ilse ilyas iman imane imke imran ina
ine ineke inez inga inge ingeborg ingrid ioana irena irene iris irma isa isaac isabel isabella
isabelle ismail iva ivan ivo ivonne ivy jaap jack jaco jacob jacoba jacobus jacqueline jacques
jaimy jakob jakub jamal james jamie jan jana jane janet janine janna janneke jannes jannie janny
jantina jantine jantje janus jari jarno jasmijn jasmine jason jasper jay jayden jayla jean jeanet
jeanette jeanine jeanne jeannette jeff jeffrey jelena jelle jelmer jelte jenna jennifer jenny jens
jeremy jeroen jerome jerry jesper jesse jessica jessie jet jetske jette jildou jill jim jimmy jip
joan joana joanna joanne job jochem joel joep joeri joey johan johann johanna johannes john johnny
jolanda jolande jolanta jolie jolien jolijn jonas jonathan joop joost jordan jordi jordy joren
joris jorn jorrit jos jose josef josefien joseph josephina josephine josephus joshua josje josé
joy joyce jozef joëlle juan judith jules julia julian juliana julie julien juliette julius jurgen
jurjen jurre justin jutta jörg kaan kai kamil karel karen karim karin karina karl karlijn karolina
kars kas kasper katarina katarzyna kathleen katja katrien kay kayleigh keano kees keith kelly
kemal ken kenan kenneth kerim kerstin kevin khadija khalid kiki kim kimberley kimberly kirsten
klaas klaasje klaske klaus koen koenraad koos kristel kristian kristina kurt laila lambert
lambertus lana lara lars laura laurens laurent lea leah leen leendert lena lenie lennard lennart
lenny leo leon leonard leonardus leonie leontine levi lex lia liam lian lidewij lidia lidy lieke
lien lies liesbeth lieselotte lieve lijsbeth lilian lilly lily lina linda lindsay lindsey linsey
lionel lisa lisanne lise lisette liv liva livia liz liza lize lizzy lodewijk loes lois lola
loretta lotte lou louis louisa louise loïs luc luca lucas lucia lucie lucien lucy ludo ludwig luis
luka lukas luna luuk lydia lynn maaike maarten maartje machteld madeleine madelief magda magdalena
mahmoud maikel maja malgorzata malika malou mandy manfred manon manuel manuela mara marc marcel
marcella marcin marco marcus mare marga margaret margaretha margot margreet margriet maria mariam
marian mariana marianne marie mariek marieke mariella marielle marije marijke marijn marika
marilyn marina marinus mario marion mariska marit marita marius mariusz marjan marjo marjolein
marjolijn marjon mark marko marlene marlies marlijn marloes marlou marnix marry mart marta martha
marthe martijn martin martina martine martinus marvin marwa mary maryam mason mathijs mathilde
mats matteo matthew matthias matthijs maud maureen maurice mauricio maurits mauro max maxim maxime
mayke mees megan mehmet meike melanie melissa melle menno merel merlijn merve meryem mia micha
michael michal michel michelle michiel mick mieke miep mika mike mila milan milo milou mina mira
miranda mireille miriam mirjam mirte mirthe mitch moctar mohamed mohammad mohammed mohamud moniek
monika monique morris mounir mourad moustafa muhammed murat musa mustafa nabil nadia nadine nadja
najat nancy naomi natalia natalie natasha natasja nathalie nathan naud neeltje nel nele nelleke
nelly nic nicholas nick nicky nico nicola nicolaas nicolas nicole nicolien niek niels nienke nikki
niklas nina ninke noa noah noam noor noortje nora nordin nour noura nova noëlle nynke odette okan
olaf olav olga oliver olivia olivier omar omer onno oscar osman otto pablo paola pascal patricia
patrick patrik paul paula pauline paulus pawel pedro peggy pepijn perry peter petra petrus philip
philippe pien pierre piet pieter pieternel pieternella pim piotr pjotr pleun puck quincy quint
quinten rabia rachel rachid raf rafael rahma ralf ralph ramazan ramon ramona ramses rana raoul
raphael ravi raymond rebecca recep regina reinder reinier reinout rembrandt remco remy rena renate
renato renee rens renske renze renée reyhan rhea ria rianne ricardo riccardo richard rick rieke
rien riet rik rikkert rina rita rob robbert robbie robert roberta roberto robin rocco roderick
rodrigo roel roeland roelof roelofje roger rogier roland rolf roman romana romy ron ronald ronnie
ronny roos roosmarijn rosa rosalie rosanne rose rosemarie roxanne roy ruben rudi rudolf rudy
rutger ruth ruud ryan saar sabah sabina sabine sabrina said sake salma salvatore sam samantha
samir samira samuel sander sandra sanna sanne sara sarah sascha saskia scott sean sebas sebastiaan
sebastian seda selena selim selin selina selma sem semih senn senna serena serge sergio serkan
servaas seth severine sharon sheila sibel siebe siem sien sienna sietse sietske sigrid sil silke
silvana silvia simon simone sina sjaak sjaan sjoerd sjon sjors skip sofia sofie sofija solange
sonja sophia sophie soraya soufiane stan stanislaw stef stefan stefanie stefano steffie stella
sten stephan stephanie stephen steve steven stijn sunita suus suzan suzanna suzanne sven svenja
sybren sylvana sylvester sylvia sylvie tahir talitha tamar tamara tanja tara tariq tatiana taylor
teddy teresa tess tessa teun teunis thea theo theodoor theodora theodorus theresa theresia thierry
thijmen thijs thirza thom thomas tibor tijl tijmen tijn tijs tim timo timon timothy tina tineke
tjeerd tjitske tobias tom tomas tomasz tommy ton tonia tonnie tonny toon trees trijntje trix truus
tuncay twan tycho tygo ugur ulrich ulrike umut ursula valentijn valentina valerie vanessa vasco
veerle vera veronica veronique victor victoria vikram vince vincent viola virginia vivian viviane
wanda warner wendel wendy werner wessel wiebe wieger wieneke wietse wijnand wil wilco wilfred
wilhelm wilhelmina wilhelmus willeke willem willemien willemijn willemina william willy wilma wim
wolfgang wolter wout wouter wytze xander xavier yara yasin yasmin yasmina yasmine yassin yassine
youri youssef yunus yusuf yvette yvonne zahra zakaria zeynep zoe zoey zofia zohra zoë zuzana
"""
_SURNAMES = """
aalbers aarts abdi achterberg adriaanse ahmed akkerman alberts ali altena amrani andriessen
appelman arends auer baars bakker bakkers bal balk bangma baptist barendregt bartels bast bauer
becker beek beekman beentjes bekker bekkers benali bennani berends berg berger bergman bergsma
berkhout bernard bernards bervoets beumer bijl blaauw blanken bleeker bloem blok blokland boer
boers boersma bogaard bol bolt bongers bontekoe boogaard boom boon boonstra borst bos bosch bosma
bosman bosscher both bouma bouman bouwman bouwmeester braam brand brandsma brandt braun breukelman
brink broeders broek broekhuizen brouwer brouwers brown bruggeman bruijn bruins bruinsma buijs
buitenhuis burger burgers buurman celik claassen claassens coenen cohen cornelissen dam damen
dekker dekkers demir derks diaz dijk dijkman dijkstra dikkers dirks dirksen dogan doorn dorst
draaisma drent driessen drost duijn duivenvoorde dupont duran ebbers eerden egberts elbers elzinga
engel engelen engels erdogan ernst evers everts faber feenstra fernandez ferreira fischer fokkema
fonteijn franken fransen franssen frederiks garcia geelen geerlings geerts geraerts gerards
gerrits gerritse gerritsen geurts geuze gielen goedhart gonzalez goossens graaf greven griffioen
groen groeneveld groenewegen groenewoud groot grootveld gulden haan haas haddad hagen hamer hansen
harms harmsen hartman hassan have heemskerk heeringa heijden heijmans heijnen heinen hekman
hendrickx hendriks hendrikse hendriksen hermans hermsen hernandez heuvel hilhorst hoek hoeks
hoekstra hoffman hoffmann hofman hoogendoorn hoogland hopman horst houben houtman houwen
huijbregts huijsmans huisman huizinga hulst ibrahim jacobs jacobsen jager jans janse jansen jansma
janssen janssens johnson jones jong jonge jongsma jonker jonkers joosten kaiser kamp kamphuis
kaptein karssen kaya keijzer keizer kemper kempers kerkhof kersten ketelaar khan kilic klaassen
kleijn klein klijn klomp kloosterman knol koch kok koning konings kooij koolen koopman koopmans
koster kowalski kraan kramer krijgsman krijnen kroes krol kroon kruger kruijf kruijt kuijpers
kuiper kuipers kumar laan lam lambrechts lamers lammers lange langen leeuw leeuwen ligthart linde
linden loon lopez los louwers lubbers luijten maas maassen mahmoud mark martens martin martinez
meer meerman meeuwsen meijer meijers melis mertens meulen meulenbelt meyer michels mohamed mol
molenaar moore mueller mulder mulders muller müller nagel nguyen niemeijer nieuwenhuis nijboer
nijhof nijhuis nijland nooijen noordam novak nowak oers olde olijve ooms oosterhuis oosterveld
oostra otten ottens otto ouwehand overbeek ozturk patel pater paulussen peeters pereira perez
peters petersen petit pieters pietersen pinto poel pol polak pool poot post postma potter prins
pronk quist rademaker ramdin ramirez reijnders reinders ribeiro richter riemersma rietveld rijken
rijn rodriguez roelofs roelofsen romeijn rood rooij roos roosendaal rossi ruijter ruiter rutten
sahin said sanchez sanders santos schaap schaik schmidt schmitz schneider scholte scholten
scholtens schoonhoven schouten schouwenaar schreuder schroeder schröder schulz schut schutte
schuurman schuurmans sijbesma silva simons singh slager slot smeets smid smit smith smits snel
snijder snijders snoek soeters spaans spijker spijkerman staal stam steen steenbergen steenis
stegeman sterk stoffels stokvis stolk storm straten straver suijker swart swinkels tas taylor
terpstra teunissen theunissen thijssen thomas thomassen timmer timmerman timmermans tims tol toorn
tromp tuin uijl uitdehaag unal valk veen veenstra veer veerman vega veld velde velden veldhuis
veldman verbeek verberne verboom verbruggen verburg vergeer verhagen verhoef verhoeven verkerk
vermaas vermeer vermeulen verschoor verschuren versteeg verweij vink vis visser vissers vliet vlot
voet vogel vogels vonk voort vos vosman vries vrolijk vroom waal wagenaar wagner wal walker
walraven walters weber weerd wegman weijers wesseling wessels westerhof wever wiegers wieringa
wiersma wijk wijnen wilde wildeman wilders willems willemse willemsen williams wilson winkel
winter winters wit witte wolf wolff wolters wolthuis wong woud wouters yildiz yilmaz ypma zaal
zand zandstra zeeman zegers zijlstra zimmermann zomer zuidema zwart zwiers zwol öztürk
"""
GIVEN = frozenset(_GIVEN.split())
SURNAMES = frozenset(_SURNAMES.split())
