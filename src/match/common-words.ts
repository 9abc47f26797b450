/**
 * How much a word surprises in program output, in bits, where the index itself says little: ordinary
 * English and the small talk of logs weigh little, everything else {@link RARE_BITS}. The classes are
 * rounded counts over the documentation of some 2,400 packages; no bench paste went into them.
 */
const CLASSES: readonly (readonly [bits: number, words: string])[] = [
  [
    4,
    `the to of and in is this or for with be not that as it by from any are on if an a you can when all no will but
    has at was have must were may then than so its your i we do does did which there their been could should would
    one two only also into up out more other my me he she they them his her these those each such where what who why
    how here just like now get got after before while about over under again still too very via per use used using`,
  ],
  [
    6.5,
    `error errors failed failure fail fails file files warning warnings fatal code exception line lines module name
    path directory type command version found invalid unable run running server process time info debug message
    line column function object value string number data class user host port http https connection request response
    test tests build built build install installed package packages node js py com org www github html json xml url
    id status true false null none undefined new set default option options config read write open close start started
    starting stop stopped end done ok success successful successfully see please try check make sure more help issue
    know need needs because since caused cause reason stack trace traceback most recent call last first next of
    source target system program application app project main src lib bin usr home var etc tmp log logs output input
    exit exited code status return returned returns missing required expected got unexpected unknown exist exists
    already available support supported add added remove removed update updated change changed changes create created
    delete deleted load loaded loading find resolve import export require env environment local root admin api web
    client service session key token text content header headers body page query result results table database db
    index list array map item items field fields property method argument arguments parameter parameters`,
  ],
  [
    9,
    `access address allow allowed anything attempt attempted attempting automatically auto bad base based below block
    branch break bug bytes byte cache cached cannot case caught chain character characters child closed closing
    compile compiled compiler compilation component components compatible condition configuration configured connect
    connected connecting connections consider contain contains context continue converted copy correct correctly
    could count current currently custom date dependencies dependency dependent deprecated depth describe
    description detected details dev device different directly disabled disk does docker document documentation
    domain down download driver during either element else empty enable enabled encountered engine ensure entry
    event events every example exec execute executed execution existing expression extension external feature fetch
    fetching final fix fixed flag follow following follows force form format framework full general generate
    generated give given go group handle handler handling hash hint hook identifier image implementation include
    included including information initialize initialized inside instead instance interface internal interrupted
    invoke issues item java job killed kill know label language large later latest least length level library limit
    limited link linked linux list listen listening locate location lock long longer look lookup machine manager
    manually match matching max maximum mean means member memory method might min minimum mode model modify
    modules multiple named names native network nothing number occurred old open operation operations order
    original originally otherwise own owner parent parse parser parsing pass passed password permission permissions
    plugin point pool possible present prevent previous previously print private problem product production
    properly property protocol provide provided provides proxy public pull push python queue raise raised reach
    reached ready real received recommended record reference references refused register registered registry
    related release remote render rendered repository requested requests requires reset resource resources
    response restart retry retrying right rule rules runtime safe same save schema scope script scripts search
    second seconds section security select send sending sent separate set setting settings setup shared shell
    should show shown shutdown side signal simple single size skip skipping something space specific specified
    specify ssl standard state statement static step storage store stream style sub submit supports switch symbol
    sync syntax tag task team template temporary term terminal terminated terminating testing thread throw thrown
    tls tool tools top total transaction tree tried trying types unable unit unless unsupported until update upgrade
    upload uri usage users utf valid validate validation values variable variables verify view volume wait waiting
    want wanted way whether wildcard window windows within without word work worker workers working works worker
    workflow workspace world wrong yet zero denied timeout timed out abort aborted crash crashed refused lost broken
    eacces eperm enoent eexist enotdir eisdir enotempty einval emfile enospc epipe econnrefused econnreset etimedout
    enotfound ehostunreach eai_again ebusy enomem`,
  ],
];

/** Bits of a word that is in no class. */
export const RARE_BITS = 13;

const COMMON: ReadonlyMap<string, number> = new Map(
  [...CLASSES]
    .reverse()
    .flatMap(([bits, words]) => words.split(/\s+/).map((word): [string, number] => [word, bits])),
);

/**
 * Tell how many bits a lower-case word carries before the index is asked. Numbers carry more the
 * longer they are: `1` is everywhere, `53300` is a code.
 */
export function commonBits(word: string): number {
  if (/^\d+$/.test(word)) return Math.min(RARE_BITS - 1, 3 + 2 * word.length);
  if (word.length === 1) return 4;
  return Math.min(COMMON.get(word) ?? RARE_BITS, word.length === 2 && word < '\u0080' ? 8 : RARE_BITS);
}
