import { rowsOf } from '#app/domain/matching/nicknames.ts'
import { wordsOf } from '#app/domain/privacy/reading.ts'

/** Given names that the matcher's table has no use for, as they have but one form: of those now old, and of those now young. */
const more = wordsOf(`
ada addie adelaide adele adrian ahmed ahmad aidan ailsa ajay albie alberta aled alexa alexis alf alma alwyn amalia amara ambrose amir amit amos amrit amy anabel
anders andrea anita anisa annabel annabelle annette annis anouk anselm ansel anthea aoife arabella archer archie ariana arjun arlene arlo arnie arnold arun arvind
asad ashley ashok asif astrid athena aubrey audrey augusta aurora austin ava avis aziz babs bashir basil basma beau bella bernice bert bertha bertie bertram beryl
bess bessie betsy bette betty beulah bianca bijan billie blanche blodwen bogdan boris brandon breda brenna brett brianna brigitte bruce bruno bryan bryn bryony byron
caleb callum camilla candice carla carlotta carly carmel carmen carson cassandra cassie cecil cedric celeste celia celine chandra chantelle charmaine chaim chelsea
cheryl chloe chris chrissie chrystal ciara cillian claudia claudette claude claudine clement clementine cleo cleopatra clementina clifton clinton clyde cody colette
colleen connie connor conor cora coral cordelia corey corinne corina cornelius cosmo courtney cressida crispin curtis cuthbert cyril cyrus cybil daisy daljit damian
damien damon dana dante danika daphne darcy darius darrell daryl davinia dawson dean debby deirdre delia della delores delroy demelza demi denzil derrick desmond
dexter diamond dickie diego digby dilys dinah dion dionne divya dolly dolores donal donna donovan dora doreen dorian doris dorset dot dottie dougal doyle drusilla
dudley dulcie dwayne dwight dylan eamon eamonn earl earnest ebony eddie edgar edie edina edna edwina effie egbert eileen eira eirlys elaine eldon eleri elfrida elias
elijah elin elinor elise elisha ella ellie elliot elliott ellis elodie elowen eloise elroy elsa elsie elspeth elton elva elvira elwyn emanuel emeline emlyn emrys ena
enid enoch enzo erica erika erin erma ernie errol esme estelle ethan ethel etta ettie eunice euan eustace evan evander evie ewan ewart ezra fabian fabio faisal fanny
farah farhan farouk farrah fay faye felicia felix fern fernando fergus finlay finley finn finola fleur flo flora florian florrie floyd flossie frankie freda freddie
freddy freya frieda fritz gabby gail gareth garfield garrick garth gaynor gemma genevieve geoff geordie georgie gerda germaine gerry gertie gilbert gilda giles gill
gina ginette ginny giorgio gita gladys glen glenda glenn glenys gloria glyn glynis godwin gordon greta griff griffith griselda gus gustav guy gwen gwenda gwenllian
gwilym gwyneth gwynne hal hamid hamish hamza hanif hans harbhajan hari harley harpreet harriet harris harrison haroon harvey hassan hattie haydn hayden hayley hebe
hedley heidi helga heloise henrietta herbie herman hermione hetty hilda hilton holly homer honor honora horatio hortense howell hugo hume hyacinth ida idris ieuan
igor ike ilona ilse ina inderjit indira inga inger ingrid ioan iona iqbal ira irfan irma irvin irving isa isadora isaiah isha ishmael isla islwyn ismail isolde
israel ita ivan ivor izzy jabez jackson jacinta jackie jada jago jagdish jai jake jakob jamal jameela jamie jamil janette janice janine jared jarvis jasbir jasmine
jasper jaswinder javed javier jayden jaya jayne jed jeff jem jemma jenna jeremiah jermaine jerome jerry jessie jethro jill jilly jimmy jim jitendra joachim joby
jocasta jodie jody joe joel joelle johann johnny joleen jolene jon jonah jonas jonty jory josefina joss josette jowan juanita judah judd jude julianne juliana justin
justina justine kabir kai kamal kamala kamran kane karim kareem karam karan karl karla kath katrina katya kavita kayla keenan keira keisha keir kelvin kendra kenny
kenneth kenwyn kerensa kerra kerry khadija khalid kieron kiera kiran kirk kirsten kirstie kirsty kishan kit klaus konrad krishna kulwinder kumar kurt kyra kylie
lacey lance lana langston lara larissa larry lars latifa latoya laurel lauren laurie lavinia layla leah leanna leela leila lena lenny leo leona leonora leopold leroy
leslie leticia lettie letty levi lewin lila liliana linford linnet linus lionel lisa liz lizzie lloyd logan lois lola lonnie loretta lorna lottie louella loveday
lowena lowenna lucian lucille lucinda luella lulu luther lydia lyle lynette lyra mabel mabs madge mae maeve magnus mahmoud mahmood maia maisie makena malik mandy
manjit manoj manuel mara marcella marcia marcus margot marguerite maria mariah mariam mariana marika marina mario marion marisa marissa marita marla marlon marni
marsha marshall martina marvin maryann maryam marylyn mason matty maud maude mavis maya mehmet melinda melody melville melvin melvyn mena mercedes meriel merle
merlin merryn mervyn mia micah mick mickey mignon mike mikey millie milo milton mimi mina mindy minnie mira mirabel miranda misha mitchell moira mollie molly mona
monty morwenna morris mostafa muhammed mukesh munira murdo muriel murray mustafa mya myfanwy myles mylo myra myrna myrtle mystique nadeem nadine nancy nanette naomi
narinder nasreen nasir natasha nathalie naveed neha nell nellie nelson nerys nessa nesta netta nettie nevil nia nicky nina nisha nita noah noel noelene nola nona
nora norah noreen norbert norm norris nuala nula nyree oakley octavia octavius odette ola olaf olive olwen olwyn omar ophelia orla orson orville osborne osman oswald
otis otto ozzie paddy padma paige pamela pansy parminder parveen pascal pascoe pattie patty paulette pauline pearson peggy percy perpetua perran perry pete petra
petronella petroc petula peyton phoebe phyl phyllida piers piran pippa polly porter portia prakash pradeep prem primrose priti priyanka prudence purnima queenie
quentin quincy quinn rachid rae rafael rafal rafiq raheem rahul raina rajesh rajinder ramesh ramon ramona rana randolph rani ranjit raphael rashid rashida raul reena
reg reggie regina rehana reuben rex rhoda rhona rhonda ricky ridley riley rina rita ritchie rohan roddy roderick rolf rollo roman romeo romilly ron ronnie rory
rosalia rosalie rosalyn rosanna rosanne roseanne rosina roshan ross rowan rowland rowley roxanne roy ruben rubina ruby rudolph rudy rufus rupa rusty ruthie ryan
ryder sabina sabrina sacha sadie saeed saffron saira sal salim sally salma salman salvatore samina samir samira samson sandip sandy sangita sanjay santiago santosh
sapna saskia satnam satwinder savannah scarlett scott selena selina selma selwyn septimus seraphina serena serge seth shabana shahid shamima shanice shannon sharifa
sharmila shauna sheena sheilah shelby sheldon shelley sherri sherrie shivani shobha shona shreya sid sidonie sienna sigrid silas silvanus silvester simone sinead sky
skye sol solomon sonali sonja sonny sonya spencer stacey stacy stan stella sterling steve stevie stirling sue sukhdev sukhwinder sultan sunil sunny surinder suresh
sushila suzette svend sybil syd sydney sylvester syed tabby tabitha tahir talia tallulah talan tamika tamsyn tania tansy tanya tara tariq tarquin tatum taylor ted
teddy tegan tegen terri thea thelma theodora theresa thirza thora thornton tia tiana tiffany tilda tilly timmy tina tirzah titus toby todd tom tommy toni tony
trevelyan tricia trish tristan trixie troy trudie trudy tudor tyler tyrone umar una unity urban uriah usha usman valda valentina valentine valmai van vaughan vashti
velda velma venetia venkat verity verna vernon vesta vicki vicky vida vijay viki vikram vilma vinay vince vinod viola virgil vishal vivek vonda walt warwick waseem
wayne wendell wenna wilbert wilbur wilf wilhelm willa willie willow willy wilma wilmot winnie winifred woodrow woody wyn wynford wynn wynne xanthe xena yasir yasin
yasmin yasmine yolande york yosef yousuf yuri yusra yusuf zac zach zachariah zak zane zara zarina zeb zelda zelma zena zeta zia zola zora zuleika agata alicja
bartosz beata bozena danuta dariusz dawid ewelina grazyna halina jadwiga janusz jaroslaw joanna kamil kasia katarzyna kazimierz leszek lidia magda marcin mariusz
mieczyslaw milosz oksana olena pawel piotr przemyslaw stefania wanda wieslaw zdzislaw andrius gintare jurgita rasa vytautas bohdan bohuslav dmytro iryna larysa
mykola natalia oleh roksana taras yaroslav zdenka zdenek vlasta jaroslava jiri milena dragan goran ljubica mirela bojan vesna adaora adanna afia akosua amaka amina
babajide bola busola chika chinwe chipo ebele efua ekene esi farai folasade gugu hauwa ifeoma jide kwabena kwaku kwesi lerato lindiwe lwazi mandla modupe ngozi
nkosana nkem nomsa nonso ogechi olu onyeka rudo sipho tafadzwa tatenda tendai thabo thandi themba tinashe uche yaa yaw zanele zodwa aparna ashwin bina gurpreet
harjit jagjit jasmin kalpana kanta lalita leena manisha meera mohan nalini nikhil nirmala poonam prabha pratima pushpa raju rekha sarita savita sejal shanti sheela
sita sudha sumitra suman tejal uma urmila vimala li mei ming xiu ying jin hui ling fang kwok mui siu chi huong hien lan linh minh phuong thanh thu trang tuan analyn
arnel jun liezl marisol maricel rowena rosario`)

/** Names that are words as well. Those of months, and words that open sentences, need more than a capital to be a name. */
const wordsToo = wordsOf(`
ad al ali amber an ana angel april art ash august autumn barry bat bay beau bee bel bella ben bess bill billy bob brad brook cal carol carole cat charity chase chi
chuck cliff clement comfort coral craig crystal dale dawn dean dee diamond dick dolly dom don dot drew duke earl ebony em eve ewe faith fay fern fi fin forest frank
gay gene gill ginger glen glory grace grant gray guy hal ham han harry hazel heath heather herb holly homer honor hope hui hyacinth iris israel ivy jack jade jan
jasmine jay jenny jersey jet jewel jo joe josh joss joy jude june jun justice kay ken kerry kit kitty lacey lance lan lane laurel lee les li lily lin ling liv lol
lou lux maggie mal mandy mark mason matt max may mercy merry mick mike miles mimi min mina ming minnie mo mon monty myrtle nan nat neil ness nick nora norm oak
oakley ola olive opal pan pansy pat patience pearl peg pen penny per percy pet pete petal petra pip pippa poll polly pop poppy porter precious prem primrose prince
promise prudence rain randy ray rae reed reg rex rich rick ridge rita rob robin rock rod roger roman rose rosemary rosie ross rowan ruby rue russet rusty rye saffron
sage sal sally sam sandy sharon shaz shell shelly si skip sky sol sonny sterling stew sue summer sun sunny tab tad tam tansy tara tel terry thanh thu tilly tim tina
toby tom tommy tony tope tori trace tracy trinity trip ty unity urban val van verity vet vi victor victoria vic viola violet wally ward warren wade wend wendy wes
whit will willow wills win winnie winter wren york asia china india georgia florence chelsea sydney jordan kent chester lincoln clifton dorset devon paris sienna
london brittany carolina virginia madeira charlotte alexandra barb flick belle edu posy earnest melody merlin mystique teddy marshall marina sultan savannah cosmo
tudor scott carson buddy bobby tabby esi uma yaw jin favour favor blessing blessings chika bola lea layla ella mae mia nia asha esther`)
/** Those that only a person's place in the sentence can show to be a name: they open sentences, or are on every calendar. */
const mostlyWords = wordsOf(`
ad al an april art august autumn bay bee bill bless charity chase comfort christian dawn don em eve faith glory grace grant hope jan joy june justice mark may mercy
mon nan pan patience per pet pop prince promise rain rich rob rose skip sky sun summer trip unity van ward will wills win winter thanh tope trace chi si li yaw lan
ola favour favor blessing blessings guy mo ness sage rock reg precious frank pat max ray jack`)
/** Nobody's name, though a table of short forms has them: kin, days, and what people write in capitals. */
const never = wordsOf('nan sun mon dad mum pop ad an per em van min tope dona nee mac dom bay la per')

export function isGivenName(key: string): boolean {
  return key.length > 1 && !never.has(key) && (isListed(key) || (key.length > 4 && isListed(key.replace(mateysEnd, '$1'))))
}

const isListed = (key: string) => more.has(key) || rowsOf(key).size > 0
/** "Tommo" of Tom, "Deano" of Dean. */
const mateysEnd = /([^aeiou])\1?o$/

/** It is nothing but a name, even in small letters. */
export const isOnlyAName = (key: string) => isGivenName(key) && !wordsToo.has(key) && !mostlyWords.has(key)

/** At the head of a sentence it is rather a word. */
export const isMostlyAWord = (key: string) => mostlyWords.has(key)
