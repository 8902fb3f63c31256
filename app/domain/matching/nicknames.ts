/**
 * Given names that go for one another, as people in care and around it use them: before the bar the name in full with
 * its spellings and its forms in other languages, after it what people are called. A short form may belong to several
 * names: Chris is Christopher or Christine, who are not each other. What is only cut off ("Temi" for Temitope) needs no
 * row: `names.ts` sees it.
 */
const rows = `
abdullah abdallah abdul | abdi; abigail abigayle abbigail | abi abby abbie gail; adam | ad; adebayo | bayo ade; adedayo | dayo ade; adeola | ade ola;
agatha agata | aggie aga; agnes agnieszka inez | aggie aga nessie; aileen eileen | ai; alan allan allen alun | al; albert alberto | al bert bertie;
alexander aleksander alejandro oleksandr alexandros iskander | alex alec al sandy xander sasha ali olek;
alexandra aleksandra oleksandra alessandra | alex lexi sandra sandy sasha ola; alfred | alf alfie fred; alice alicja alys | ali;
alison allison alyson | ali ally; alistair alasdair alastair | al ali; amanda | mandy manda; amelia amelie | millie amy;
amina aminah aminat aaminah | mina; anastasia anastazja | ana stacey nastia stasia; andrea | andi andie;
andrew andrzej andreas andrei andrey andriy andras | andy drew andi jedrek; angela angelina angelika | angie ange;
ann anne anna ana anya | annie nan nancy ania; hannah hanna | han; aisha ayesha aicha | aish; anthony antony antoni antonio anton | tony ant; antonia antonina | toni tonia nina;
archibald | archie; arthur artur | art; augustine | gus austin; ayodele | ayo dele; babatunde akintunde | tunde; barbara basia | babs barb barbie;
barnaby barnabas | barney; barry | baz bazza; bartholomew bartlomiej | bart bartek; beatrice beatrix beata | bea trixie; benedict benedykt | ben;
benjamin binyamin | ben benji benny; bernadette | bernie detta; bernard | bernie; bethany bethan | beth; beverley beverly | bev; brenda | bren;
bridget brigid brygida | bridie biddy; bronislawa | bronia; bronwen bronwyn | bron; calvin | cal; cameron | cam; carol carole | caz;
caroline carolyn karolina | caro carrie lyn caz;
catherine katherine kathryn kathrine catharine katarzyna katharine cathryn kateryna catrin katrina catrina ekaterina | cath cathy kath kathy kathie kate katie katy kat kit kitty kay kasia cat trina;
cecilia cecylia | cissie celia; charles carl karl karol carlos | charlie chas chaz chuck; charlotte | charlie lottie lotte; cherie sherry;
chiamaka | amaka; chinedu | nedu edu; chioma | chi oma;
christina christine kristina kristine krystyna krysztina cristina christiana | chris chrissie chrissy tina kris krysia;
christopher kristopher krzysztof christoph cristofer | chris kit topher krzys kris; claire clare; clara klara; clifford | cliff; constance | connie;
crystal krystal | kris; cynthia | cindy; dafydd | dai taff; daniel danuel | dan danny; danielle daniela danuta | dani danni;
darren daren darran | daz dazza; david dawid davide | dave davey davy dai; deborah debora debra | deb debs debbie debby; delilah | lila;
denis dennis denys | den; denise | den; derek deryck derrick | del; desmond | des; diana diane dianne dyan | di; dominic dominik | dom;
donald | don donnie; dorothy dorothea dorota | dot dottie dolly dora dorka; douglas | doug dougie; duncan | dunc; edith edyta | edie;
edmund | ed eddie ned; edward edvard eduard | ed eddie ted teddy ned; edwin | ed eddie; eleanor elinor eleanora | ellie nell nora nellie lena;
elijah | eli;
elizabeth elisabeth elzbieta elisabetta erzsebet yelizaveta | liz lizzie lizzy lizzi beth bess bessie betty betsy eliza libby lisa elsie ela elspeth bet bettie;
ellen elen | nell nellie ellie; emeka chukwuemeka; emily emilia emilie | em emmy millie; emma | em emmy; emmanuel immanuel manuel | manny emma;
eric erik eryk | ric; ernest | ernie; esther ester hester | essie hettie; eugene evgeny yevhen | gene; euphemia | effie; evelyn eveline | eve evie;
ewa eva eve | evie; ezekiel | zeke; fatima fatimah fatma fatoumata fatou | fati; felicity | flick fliss; ffion fion | fi; fiona | fi;
florence | flo florrie flossie; folasade | sade fola; frances franciszka francesca | fran frannie francie;
francis franciszek francisco frank franz | fran frank frankie franek; frederick frederic fryderyk friedrich | fred freddie freddy;
funmilayo oluwafunmilayo | funmi; gabriel | gabe; gabriella gabrielle gabriela | gabby gabi ella; gareth garth | gaz gary; gary garry | gaz gazza;
gavin | gav; geoffrey jeffrey jeffery geofrey | geoff jeff; george georgios jerzy giorgi | georgie jurek; georgina georgia georgiana | georgie gina;
gerald gerard jerrold | gerry jerry ged; geraldine | gerry geri; gertrude | gert gertie trudy; gillian jillian | gill jill gilly; glenda | glen;
glenys glynis; grace gracja gracie; graham graeme grahame | gray; gregory grzegorz gregor | greg gregg grzes;
gwendolyn gwendoline gwendolen | gwen gwennie wendy; gwyneth | gwyn gwen; harold | harry hal; harriet harriett henrietta | hattie harri etta;
helen helena helene elena olena | nell lena ellie hela; henry henryk heinrich enrique | harry hal hank heniek; herbert | herb bert;
hilary hillary | hil; howard | howie; hubert | bert hugh; hugh huw | hughie; hussein hussain husain hossein; ian iain;
ibrahim ebrahim abraham | abe ibby ib; ifeanyi ifeanyichukwu | ify; ignatius ignacy | iggy; imogen | immy; irene irena iryna irina | rene renie ira;
isaac | ike zac zak; isabel isabelle isobel isabella izabela izabella ysobel | izzy izzie bel bella belle issy iza; iwona ivonne yvonne | vonnie;
jacob jakub jakob | jake kuba jacky; jacqueline jaqueline | jackie jacqui jacky jaqui; james seamus hamish jaime | jim jimmy jamie jem;
jane jayne | janey janie; janet janette | jan; janice janis | jan; jason | jase jay; jean jeanne gene | jeanie; jeanette jeannette | jean jenny nettie;
jemima | jem mima; jennifer jenifer | jen jenny jenna jennie; jeremy jeremiah | jez jem jerry; jerome hieronim | jerry; jessica | jess jessie;
jessie | jess; joan | joanie; joanna joanne johanna | jo joey asia jojo; jocelyn | joss jo;
john jan ivan johannes ioan giovanni juan | johnny jack jon jasiek; jonathan johnathan jonathon | jon jonny johnny;
joseph jozef jose yusuf yousef youssef | joe joey joss jozek; josephine jozefina | jo josie posy fifi; joshua | josh; judith judyta | judy judi jude;
julia julie | jules jools; julian juliusz julius | jules jools; juliet juliette | jules; karen karin caryn | kaz kazza; karolina | karo;
kayleigh kayley | kay; kenneth | ken kenny; kerry keri; kevin | kev; kieran ciaran kieron | kier; kimberley kimberly | kim;
laura lora | lol lori; laurence lawrence lorenzo | larry laurie loz lol; leanne | lee; leon | leo; leonard leonardo | len lenny leo;
leslie lesley | les; lewis louis luis ludwig ludwik | lou lew louie; lilian lillian liliana lily | lil lilly; linda lynda | lin lyn lindy;
lindsay lindsey lynsey | lin; lorraine | lol rain; louise luisa louisa ludwika | lou lulu; lucy lucia lucja lucille lucinda | lu cindy luce;
luke lukasz lucas lukas luca lukash; lynn lynne lyn; maciej matthias; magdalena magdalene madeleine madeline | maggie lena magda maddy maddie;
malcolm | mal; marek mark marc marcus markus marco;
margaret malgorzata margarita margarete marguerite mairead marged | maggie meg peg peggy madge mags marge margie rita greta gosia;
margery marjorie | marge margie; maria mary marie mariya mair maire | molly polly mae may mimi maja marysia minnie mo; marian marianne marion maryann;
marilyn | maz lyn; martha marta | marty matty; martin martyn marcin | mart marty; matilda | tilly tilda mattie;
matthew mateusz matteo mathew | matt matty mat; maureen | mo reenie; maurice morris | mo moz; maximilian maxwell maksym maksymilian | max;
maxine | max; melanie | mel; melissa | mel lissa missy; meredith | merry; mervyn merfyn | merv;
michael mikolaj michal mikhail michel mihai mykhailo | mick micky mike mikey mitch misha; michaela | kayla;
michelle michele | shell chelle shelly mich; mikolaj nicholas nicolas nikolai mykola nicolae | nick nicky nic colin klaus kolya; mildred | millie;
millicent | millie; miriam mariam maryam myriam | mimi; mohammed mohammad muhammad mohamed muhammed mohamad mahomed mehmet mohd md | mo moh;
monica monika | mon nika; montgomery | monty; morag | mo; morgan | mo; moses musa | mo moe; nadine nadia | nads;
natalie natalia natasha nataliya | nat nattie tasha tash; nathan nathaniel | nat nate; neil neal niall; nicola nicole nikola | nicky nic nikki nicki;
nigel | nige; noel noelle; norman | norm; nwanneka | nneka; oliver oliwier | ollie olly; olivia oliwia | liv livvy;
olusegun | segun; oluwaseun oluseun | seun; oluwatobi oluwatobiloba | tobi; oluwatoyin | toyin; omolara | lara; owen owain; pamela | pam pammy;
patricia patrycja | pat patsy patti patty trish tricia trisha; patrick patryk padraig padraic | pat paddy pad; paul pawel paolo pablo pavel pavlo;
paula pauline paulina | paulie; penelope | penny pen; percival | percy; peter piotr pedro petr petro pyotr pierre | pete;
philip phillip filip philippe | phil pip; philippa phillipa | pip pippa phil; philomena filomena | phil mena; phyllis | phyl; priscilla | cilla;
prudence | prue; rachel rachael rahela rachelle raquel | rach rae shelly; radoslaw | radek; raymond rajmund | ray;
rebecca rebekah rebeka | becky becca becks bex beccy; reginald | reg reggie; rhiannon | rhi annie; rhys reece rees;
richard ryszard ricardo | rich richie rick ricky dick dickie rysiek; robert roberto | rob robbie bob bobby bert robin; roberta | bobbie; rodney | rod;
roger rodger; roland rowland | rolly; ronald | ron ronnie; rosalind | ros roz; rosamund | ros; rose rosa roza rosie | rosie;
rosemary rosemarie | rosie romy rose ro; rupert | rupe; russell | russ; samantha | sam sammy; samuel | sam sammy; sandeep sandip; sandra | sandy;
sarah sara | sal sally sadie; sean shaun shawn shane; sebastian | seb bas; shannon | shan; sharon | shaz shazza shaz shari; sheila shelagh sheelagh;
sheridan | sherry; shirley | shirl; sian sharn | shan; lakshmi laxmi; siobhan shivaun shevaun chevonne | shiv; niamh neve neave | nee; aoife eefa; caoimhe keeva keva; sinead shinead; ruairi rory ruari;
angharad | anghy harri; nkechi kelechi | kechi kele; oluwafemi olufemi | femi; | goz; sidney sydney | sid syd; simon szymon simeon | si szymek; slawomir | slawek;
sophia sofia sophie zofia sofie sofiya | soph zosia zosha; stanislaw stanislav | stan staszek; stanley | stan;
stephanie stefania stephany | steph stevie stef; stephen steven stefan steffan szczepan stephan | steve stevie ste; stuart stewart | stu stew;
susan | sue susie suzie; suzanne susanna susannah suzanna zuzanna | sue suzie susie suzy zuza; sylvia silvia sylwia | syl; tabitha | tabby;
tamara | tammy tam; tamsin thomasina tamasine tamzin | tam tams tammy; tatiana tetiana tetyana | tanya tania; temitope | temi tope;
terence terrence | terry tel; teresa theresa therese | tess terry tessa tracy resa; tessa | tess; thaddeus tadeusz | tad tadek;
theodore theodora | theo ted teddy; thomas tomasz tomas | tom tommy tomek; timothy | tim timmy; titilayo | titi layo; tobias | toby;
tracey tracy traci | trace; trevor trefor | trev; ursula urszula | ula; valerie | val; vanessa | nessa ness van;
veronica weronika veronika | ronnie vera roni; victor wiktor viktor | vic; victoria wiktoria viktoria | vicky vikki vicki tori vic tory;
vincent vincenzo wincenty | vin vince vinnie; violet viola | vi; virginia | ginny ginger; vivien vivienne vivian | viv;
vladimir volodymyr wlodzimierz | vlad volodya wlodek; wallace | wally; walter | wally walt; wendy | wend; wesley | wes; wilfred | wilf fred;
wilhelmina | mina billie minnie; william wilhelm liam guillermo gwilym | will bill billy willy wills willie liam;
winifred winnifred | win winnie freda; winston | win; wojciech adalbert | wojtek; xavier | xav; yetunde | yet tunde; yolanda jolanta | jola yola;
yvette | eve; zachary zachariah zakaria | zac zak zach zack; zbigniew | zbyszek`

/** Names in full with no other form here: nobody's short form. */
const alone = `
aaron abena adaeze akua ama anjali asha blessing brian carlton charity chidi chukwudi clive colin comfort craig dawn dean deepa donna
doreen edna elaine elsie enid ethel faith farida favour folake gethin giuseppe gladys glory godfrey hazel heather hector hope horace humphrey imran
iris ivy jade jomon jordan joy joyce june keith kelly kemi kofi kwame kyle lee leroy marlene meena megan mercy molly muriel neville norma obinna
oksana olga oscar patience pearl precious priya promise raj ralph ravi rita robin ronan rowena roy ruth ryan sadia sally saul shiji sonia sunita
svetlana tariq tatyana tina vera wanda warren wayne wren zainab zoe`

interface Known {
  /** rows in which it is the name in full */
  full: Set<number>
  /** every row it is in */
  rows: Set<number>
}

const known = new Map<string, Known>()
for (const [row, line] of [...rows.split(';'), ...alone.trim().split(/\s+/)].entries()) {
  const [full = '', short = ''] = line.split('|').map((side) => side.trim().split(' ').filter(Boolean).join(' '))
  for (const name of full.split(' ')) enter(name, row).full.add(row)
  for (const name of short ? short.split(' ') : []) enter(name, row)
}

function enter(name: string, row: number): Known {
  const entry = known.get(name) ?? { full: new Set(), rows: new Set() }
  entry.rows.add(row)
  known.set(name, entry)
  return entry
}

const nothing: Known = { full: new Set(), rows: new Set() }

/** Numbers of the rows a name stands in: names that could be one person share one. */
export function rowsOf(name: string): Set<number> {
  return (known.get(name) ?? nothing).rows
}

/** Whether this is a name in full that the table knows: "Christine", not "Chris". */
export function isFullName(name: string): boolean {
  return (known.get(name) ?? nothing).full.size > 0
}

/**
 * How the table relates two names: one is short for the other or another spelling of it; both are short for a third and
 * somebody is seldom called both; or not at all.
 */
export function relationOf(one: string, other: string): 'form' | 'both-short' | undefined {
  const [a, b] = [known.get(one) ?? nothing, known.get(other) ?? nothing]
  const shared = [...a.rows].filter((row) => b.rows.has(row))
  if (shared.length === 0) return undefined
  return shared.some((row) => a.full.has(row) || b.full.has(row)) ? 'form' : 'both-short'
}
