import { cityNames } from '#app/domain/privacy/city-names.ts'
import { phrasesOf, wordsOf } from '#app/domain/privacy/reading.ts'

export const kin = wordsOf(`
mum mam mom mummy mother ma dad daddy father pa pop parents parent nan nana nanny nannie gran granny grandma grandmother nonna grandad granddad grandpa grandfather
gramps grampy grandparents husband wife hubby partner spouse fiance fiancee boyfriend girlfriend son daughter child boy girl brother sister sibling twin uncle aunt
auntie aunty nephew niece cousin grandson granddaughter grandchild stepson stepdaughter stepmum stepdad stepfather stepmother widow widower godmother godfather
godson goddaughter`)

/** People receiving care, in the words for one of them. */
export const caredFor = wordsOf(`
resident tenant client patient gentleman gent lady man woman chap fella fellow lad lass customer user person youngster teenager pensioner veteran neighbour friend
inpatient individual`)

/** Words for many, of whom nothing is told about one. */
export const many = wordsOf(`
people residents tenants clients patients users those adults anyone anybody someone somebody everyone everybody others families relatives many most individuals
customers women men children ladies gentlemen persons us we staff team colleagues carers nurses workers parents couples loved sufferers all`)

/** People who give care, and others met through their work: their names are no secret of anybody's. */
export const staff = wordsOf(`
carer carers colleague colleagues manager deputy boss nurse matron doctor dr gp consultant professor prof sister rev reverend vicar chaplain priest pastor imam rabbi
father canon officer pc sergeant constable physio physiotherapist ot therapist paramedic pharmacist dietitian dentist optician podiatrist chiropodist hairdresser
cook chef cleaner housekeeper caretaker handyman gardener driver porter receptionist administrator secretary scheduler coordinator supervisor senior seniors leader
lead trainer tutor teacher assessor mentor buddy apprentice student director owner founder chair trustee councillor mayor mp inspector psychologist psychiatrist
counsellor advocate solicitor keyworker worker workers assistant volunteer hca rgn agency teammate workmate employee staff nominee winner judge organiser host dj
singer musician pianist entertainer author cllr`)

export const titles = wordsOf('mr mrs miss ms mx mister missus')

/** What is called by a name and is nobody: "her cat called Tiddles". */
export const things = wordsOf(`
dog dogs cat cats kitten puppy budgie parrot rabbit tortoise hamster pony horse donkey goldfish bird robin hen chicken teddy doll car van bus boat hoist robot
wheelchair scooter hoover plant song film book poem show programme game app group club choir cafe project home house ward unit charity company agency award course
band hymn pub`)

/** What only people do: whoever does it in a sentence is one. */
export const doings = wordsOf(`
said says say asked asks told tells loves loved likes liked hates hated smiled smiles laughed laughs cried cries sings sang knew knows thinks thought wanted wants
felt feels died passed lives lived slept sleeps ate eats walked walks talks talked calls called spoke speaks refused refuses remembers remembered forgot forgets
needs needed enjoys enjoyed struggles struggled suffers suffered lost fell woke wakes sat sits stood stands came comes went goes used didnt doesnt couldnt wouldnt
wont cant hasnt hadnt isnt wasnt trusts trusted worries worried became becomes moved looks looked gets got started stopped chose chooses decided joined returned
arrived left met held grew whispered nodded winked grinned beamed danced knits knitted paints painted misses missed`)
/** What is only done to people. */
export const doneToSomebody = wordsOf('asked asks told tells taught teaches helped helps bathed bathes washed washes fed feeds dressed dresses comforted reassured encouraged persuaded hugged calmed')
export const beings = wordsOf('is was has had would could can will does did never always often now still also just and')

/** What somebody who receives care has, and staff are seldom said to: "Jean’s room". */
export const belongings = wordsOf(`
room flat house home bed bedroom door chair wheelchair wife husband daughter son mum dad mother father sister brother family daughters sons carer carers care
consultant funeral life birthday illness condition needs medication tablets meals hair hand hands face eyes skin legs feet voice behaviour anxiety mood confidence
independence wishes death stroke dementia diagnosis support package plan story memory memories walker frame hoist bath shower dog cat garden kitchen`)

export const placeOfStaff = phrasesOf('from the office; from the agency; from head office; from the council; from hr; from nights; from days; on nights; on days; on shift; in the office; in the kitchen; from livewell; from social services; at the office; from the bank; our manager; our deputy; our cook; our chef; our nurse; our driver; our gardener; our cleaner')

/** Names that everybody knows, of people and of things: nobody here is meant. */
export const famous = phrasesOf(`
elvis; elvis presley; cher; frank sinatra; sinatra; vera lynn; dame vera lynn; cliff richard; tom jones; doris day; dusty springfield; gracie fields; george formby;
shirley bassey; val doonican; jim reeves; buddy holly; engelbert humperdinck; rod stewart; elton john; barry manilow; neil diamond; johnny cash; dolly parton; cilla
black; max bygraves; daniel odonnell; andre rieu; michael buble; robbie williams; bing crosby; nat king cole; glenn miller; perry como; dean martin; tina turner;
freddie mercury; john lennon; paul mccartney; george harrison; ringo starr; ed sheeran; taylor swift; harry styles; david bowie; kate bush; bob marley; bob dylan;
john lewis; marks and spencer; marks spencer; marks sparks; mary berry; delia smith; jamie oliver; gordon ramsay; joe wicks; mr motivator; harry potter; winston
churchill; florence nightingale; mary seacole; francis drake; drake; john wayne; charlie chaplin; laurel and hardy; morecambe and wise; ant and dec; ken dodd; tommy
cooper; eric morecambe; bruce forsyth; peter kay; billy connolly; ginger rogers; fred astaire; gene kelly; marilyn monroe; audrey hepburn; judy garland; julie
andrews; mary poppins; agatha christie; miss marple; jane austen; charles dickens; william shakespeare; alan titchmarsh; monty don; david attenborough; david jason;
father christmas; mother christmas; santa; santa claus; rudolph; jack frost; mr bean; mrs brown; mr kipling; mr sheen; mr men; mr whippy; dad army; queen elizabeth;
queen victoria; the queen; king charles; king george; prince william; prince philip; prince harry; princess anne; princess diana; lady diana; prince of wales; duke
of edinburgh; prince rock; victoria sponge; victoria cross; victoria plum; earl grey; lady grey; jack russell; king edward; king edwards; granny smith; jack daniels;
johnnie walker; mr pickwick; danny boy; molly malone; sweet caroline; delilah; jolene; roxanne; eleanor rigby; daisy daisy; daisy bell; waltzing matilda; billie
jean; peggy sue; mustang sally; maggie may; mrs robinson; annie laurie; kathleen; nessun dorma; ave maria; hail mary; silent night; dixie; jingle bells; sally army;
salvation army; henry hoover; alexa; siri; zimmer; joe bloggs; joe public; tom dick and harry; jack of all trades; mario kart; mario; super mario; peter rabbit;
thomas the tank; bob the builder; postman pat; fireman sam; peppa pig; winnie the pooh; paddington; aunt bessie; uncle ben; bob martin; mr muscle; frances hodgkin;
laura ashley; ann summers; jessops; kelly holmes; emma raducanu; harry kane; rita ora; holly willoughby; phillip schofield; janet and john; punch and judy; romeo and
juliet; hansel and gretel; adam and eve; bill and ben; jack and jill; christmas eve; new years eve; new year eve; christmas carol; boxing day; may day; rose garden;
rose cottage; poppy day; holly and ivy; olive oil; olive branch; summer fair; robin hood; rob roy; mary rose; lee mill; lee moor; prudence; mary celeste; victoria
line; dawn chorus; dawn french; lenny henry; amber alert; ruby wedding; ruby murray; pearl harbour; pearl anniversary; diamond wedding; sterling work; grace before;
saint george; captain tom; carol service; carol singing; carol concert; daisy chain; jasmine tea; rosemary conley; ivy league`)

/** What follows the name of a street, a house or a thing named after somebody. */
export const placeNouns = wordsOf(`
road street avenue lane close drive way place terrace crescent court gardens grove hill park square row rise mews view green villas parade walk house lodge hall home
cottage manor grange hospital hospice surgery clinic centre center school college university church chapel cathedral ward unit wing floor corridor suite lounge room
rooms building block tower bridge theatre cinema library pub inn arms hotel club trust foundation fund charity award awards cup trophy prize day week care group
services service society limited ltd plc cic agency homecare nursing residential academy nursery practice dementia team project cafe market shop stores quay dock
beach bay island river valley woods common cross gate mount station line bus sponge cake pie pudding tea roses rose bush tree programme scheme model scale syndrome
disease method approach framework protocol`)
/** In small letters too: "Rose unit". */
export const smallPlaceNouns = wordsOf('unit ward wing floor corridor suite lounge house court lodge road street award centre hall home team')

/** Words in capitals that are no one's name, wherever they stand. */
export const capitals = new Set([...cityNames, ...wordsOf(`
monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays january february march april may june july
august september october november december christmas easter boxing new year halloween diwali eid ramadan hanukkah bonfire mothers fathers valentines armistice
remembrance god jesus christ lord bible quran allah heaven sir madam i im ive ill id covid cqc nhs gp uk nvq rgn hca mar dols osce tv ok care certificate level
outstanding good excellent award ofsted zoom whatsapp facebook google tesco asda lidl aldi sainsburys morrisons waitrose boots argos ikea primark greggs wetherspoons
costa starbucks kindle ipad iphone switch xbox english british scottish welsh irish cornish polish ukrainian indian nigerian filipino romanian portuguese spanish
french german italian american african chinese asian caribbean jamaican lithuanian latvian russian turkish arabic bsl urdu punjabi hindi yoruba catholic christian
muslim hindu sikh jewish methodist baptist anglican quakerlondon bristol england wales scotland irelandbritain europe africa india poland ukraine spain france italy germany america australia jamaica kenya nigeria ghana zimbabwe philippines
portugal romania admiralty navy army raf royal marines dockyard livewell council trust home lodge house court manager deputy team staff everyone
nobody somebody mum dad mam nan nana nanny gran granny grandma grandad granddad grandpa mother father auntie aunty uncle aunt mummy daddy hello hi dear thank thanks
yes no oh well so and but the a an she he they we you it this that these those there here when where what why who how if because since after before then now once
twice one two three four five six seven eight nine ten all both each every some any many most my your his her our their its in on at of to for from with without by
as is was has had are were be been not never always often sometimes even only just also still very too maybe perhaps please sorry first last next another other
others nothing something anything everything mr mrs miss ms mx dr sister nurse matron professor prof rev reverend captain sergeant major pc doctor`)])
