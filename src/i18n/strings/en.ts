import { OUTCOME_STRINGS } from '../outcome-strings.ts';

/** Every English text of the site's own. The type of this table is what each other language must fill. */
export const en = {
  site: {
    name: 'Fixrate',
    language: 'English',
    tagline: 'errors, and what was measured to fix them',
    description:
      'An error knowledge base whose fix rates are measured: each cause reproduced, each remedy tried in real versions of the tool.',
    skip: 'Skip to content',
    allErrors: 'All errors',
    where: 'Where this is',
    method: 'How the rates are counted',
    terminal: 'In the terminal',
    api: 'Data and API',
    contribute: 'Write an entry',
    linking: 'Link from tickets, runbooks and alerts',
    licence: 'Code MIT, content CC BY 4.0.',
    newest: 'What the lab found',
    what: 'What this is',
    about:
      'Each error is reproduced under each of its causes, in real versions of the real tool. Each remedy is applied by the very commands that its page shows, and tried. A rate is a count of those trials, and anyone can run them again. What was not tried says “not measured yet”.',
    errors: (n: number): string => (n === 1 ? '1 error' : `${n} errors`),
    comma: ', ',
    clause: ', ',
    semicolon: '; ',
    colon: ': ',
    stop: '. ',
    /** Between two sentences that end with stops of their own. */
    next: ' ',
  },
  search: {
    label: 'Search',
    box: 'Search the errors',
    ask: 'Paste an error or a code',
    example: 'EADDRINUSE, 502 Bad Gateway, failed to push some refs',
    privacy: 'Fix rates here are counts of trials. What you type stays in your browser.',
    found: 'Errors found',
    title: 'Search',
    description:
      'Paste an error message, a log or a code: what is found says at once which causes it has and what fixed them in trials.',
    noScript: 'The search runs in your browser and needs JavaScript. Without it, here is every error.',
  },
  home: {
    example: 'For example',
    narrows: (printing: number, all: number): string =>
      `This message narrows ${all} causes to ${printing}. Each has a check that names it, and something that fixed it in every trial.`,
    page: 'The whole page',
    tell: 'How to tell',
  },
  notFound: {
    title: 'No such page',
    text: 'There is no page at this address. Search for the message, or start from the list of all errors.',
  },
  offline: {
    title: 'Without a network',
    description: 'Keep the errors on your device: reading and search then work without a network.',
    lede: 'Keep the errors on this device. Reading, search by words and search by message then work without a network. A new version is fetched whole before any page of it shows.',
    noScript: 'Keeping pages needs JavaScript. The archive below does not.',
    languages: 'Languages',
    domains: 'Domains',
    all: 'All, also those to come',
    trials: 'Also every trial and the data of each error',
    keep: 'Keep on this device',
    archive: 'On a disk, or in a network of your own',
    archiveLede:
      'The archive holds the whole site and all of its data. Unpack it and serve the folder with any file server:',
    archiveWhere: (base: string): string =>
      base === '/'
        ? 'The site is then at the root of that server.'
        : `The site is then at ${base} of that server.`,
  },
  /** Pages that send their reader on. */
  moved: {
    title: (id: string): string => `Moved: ${id}`,
    text: 'This page is now at',
  },
  domain: {
    description: (name: string, n: number): string =>
      `${name}: ${n === 1 ? '1 error' : `${n} errors`} with their causes, and what was measured to fix them.`,
    message: 'Message',
    category: 'Category',
    causes: 'Causes',
  },
  /** Lists of errors: by domain, category, tool and tag. */
  guide: {
    title: 'Guide',
    description:
      'How the rates are measured, and how to use what is here: on the site, in a terminal, in tickets, as data.',
  },
  lists: {
    empty: 'There is no error here yet.',
    allWithdrawn: 'Every error here was withdrawn. Its page says why.',
    page: (n: number, of: number): string => `page ${n} of ${of}`,
    allOf: (n: number): string => `All ${n}`,
    pages: 'Pages of this list',
    previous: 'Previous',
    next: 'Next',
    /** Entries beside one in its domain. */
    neighbours: 'In this domain',
    domains: 'Domains',
    domain: 'Domain',
    facets: { category: 'Categories', tool: 'Tools', tag: 'Tags' },
    facet: { category: 'Category', tool: 'Tool', tag: 'Tag' },
    /** Between what a list is by and its value. */
    called: ' ',
    facetsDescription: (name: string, n: number): string =>
      `${name}: ${n} to choose errors by, each with how many there are.`,
    also: 'Also by:',
    filter: 'Filter and sort',
    words: 'Words',
    any: 'any',
    message: 'Message in',
    sort: 'Sort by',
    reset: 'Show all',
    bands: { full: '100%', half: '50% or more', low: 'under 50%', none: 'not measured yet' },
    /** In the list of one domain. */
    byName: 'name',
    sorts: {
      name: 'domain, name',
      rate: 'fix rate, highest first',
      causes: 'number of causes',
      measured: 'last measured',
    },
  },
  /** What is new: the page of it. */
  changes: {
    title: 'New and changed',
    description:
      'Which errors are new and what changed of others, day by day, with what is known to fix them.',
    lede: 'Day by day, the newest first: the day on which a change was recorded. When the lab last ran an entry stands in its own record.',
    new: 'New',
    changed: 'Changed',
    feeds: 'To follow this in a feed reader:',
  },
  deadEnds: {
    title: 'What does not work',
    description: (n: string): string =>
      `${n} things that people try against errors, and how often each of them failed in trials.`,
    lede: 'What people try, and how often it failed: each was tried under every cause of its error that the lab could reproduce.',
    harms: (n: number): string => `does harm under ${n === 1 ? '1 cause' : `${n} causes`}`,
  },
  outcome: {
    ...OUTCOME_STRINGS.en,
    'not-measured': 'not measured yet',
  },
  /** Under a fraction in the matrix, where the mark alone would not say enough. */
  short: { harmful: 'harm', relapsed: 'relapse', 'new-error': 'other', timeout: 'time' },
  outcomeMeaning: {
    fixed: 'fixed, and still so afterwards',
    relapsed: 'relapsed: fixed until the cause came about again',
    'not-fixed': 'not fixed: the same error',
    'new-error': 'another error in its place',
    harmful: 'harmful: data or work was damaged',
    timeout: 'timed out',
    'not-applicable': 'does not apply to this version',
    'not-measured': 'not measured yet',
  },
  safety: { 'read-only': 'read-only', 'changes-state': 'changes state', destructive: 'destructive' },
  figure: {
    fixRate: 'Fix rate',
    confidence: 'Confidence',
    evidence: 'Evidence',
    firstSeen: 'First seen',
    notMeasured: 'not measured yet',
    ofCauses: (n: number, of: number): string => `${n} of ${of} causes`,
    agree: (n: number, of: number): string => `${n} of ${of} checks agree`,
    observations: (n: number): string => (n === 1 ? '1 observation' : `${n} observations`),
    basis: (lab: number, reports: number): string => `lab ${lab}, reports ${reports}`,
    nothingToCompare: 'nothing to compare with yet',
  },
  verdict: {
    withdrawn: 'withdrawn',
    proven: (n: number, of: number): string =>
      n === 0
        ? `no proven fix yet for its ${of === 1 ? 'one cause' : `${of} causes`}`
        : `${n} of ${of} causes ${n === 1 ? 'has' : 'have'} a proven fix`,
    notMeasured: 'not measured yet',
  },
  entry: {
    description: (summary: string, causes: number, remedies: number): string =>
      `${summary} ${causes} causes, ${remedies} remedies, each with its measured fix rate.`,
    http: (status: number): string => `HTTP ${status}`,
    scope: { generic: 'any vendor', specific: 'one vendor' },
    withdrawn: (date: string): string => `Withdrawn on ${date}.`,
    withdrawnTitle: (title: string): string => `Withdrawn: ${title}`,
    /** On a page whose English text has changed since it was translated. */
    stale: 'The English text has changed since this translation. Read it in',
    replacedBy: 'It is replaced by',
    linkHere: 'Link to this place',
    copy: 'Copy',
    ticket: 'Copy for ticket',
  },
  /** On the picture that a link unfurls to. */
  picture: {
    best: 'Best workaround',
    fixes: (n: number, of: number): string => `fixes ${n} of ${of === 1 ? '1 cause' : `${of} causes`}`,
  },
  mine: {
    title: 'Is it this error?',
    unit: 'message, causes',
    prints: 'One of these lines; then',
    same: (n: number): string => (n === 1 ? 'One cause prints it;' : `All ${n} causes print this message;`),
    tells: 'find your cause by its check',
    not: 'Not this:',
    cause: (n: number): string => `cause ${n}`,
  },
  fixes: {
    title: 'What fixes it',
    unit: 'fixed, of trials',
    none: 'no proven fix yet',
    noneWord: 'none',
    reports: (fixed: number, total: number): string => `reports ${fixed}/${total}`,
    guess: (tenths: number): string => `guess: about ${tenths} in 10`,
    more: (n: number): string => `and ${n} more below`,
  },
  traps: {
    title: 'What not to waste time on',
    unit: 'causes fixed',
    if: 'if',
  },
  matrix: {
    title: 'Causes × remedies',
    unit: 'fixed, of trials',
    caption: (remedies: number, causes: number): string =>
      `What each of ${remedies} remedies did under each of ${causes} causes`,
    cause: 'Cause',
    workarounds: 'Workarounds',
    deadEnds: 'Dead ends',
    blind: 'Tried blindly: causes fixed',
    notReproduced: 'Not reproduced in the lab',
    unmeasured: 'Not run in the lab yet',
    example: 'fractions: trials that ended fixed, of all; at least two in each version that shows the cause',
    rest: 'In the sections below, not in this table:',
  },
  root: {
    title: 'Root cause',
    other: '中文：根本原因',
  },
  findings: { title: 'What the lab found' },
  causes: {
    title: 'Which cause is it?',
    order: 'Go down the list: the first check that holds names the cause.',
    prints: 'prints',
    printsLike: 'prints what matches',
    named: (n: number, of: number): string => `named the cause in ${n} of ${of} versions`,
    notRun: 'not run in the lab yet',
    noTell: 'No check tells this cause from the others yet.',
    fixedBy: 'fixed by',
    noneFixes: (n: number): string => `none of ${n} remedies fixes it`,
    reproducedIn: (n: number, of: number): string => `reproduced in ${n} of ${of} versions`,
    notReproduced: 'not reproduced in the lab',
  },
  /** The worked example of the method page. */
  worked: {
    weights: (reports: number): string =>
      reports < 10
        ? 'it has fewer than ten reports, so all causes weigh the same'
        : 'it has ten reports or more, so a cause weighs one more than the reports that name it',
    fixes: (n: number, of: number): string => `${n} of ${of}`,
  },
  /** The page on the evidence of all entries. */
  evidence: {
    title: 'Evidence',
    description: (trials: string, entries: number): string =>
      `${trials} trials behind ${entries === 1 ? '1 error' : `${entries} errors`}: what was reproduced, what was not, where versions disagree, and which remedies surprised.`,
    lede: 'What the whole knowledge base rests on, and where it is thin.',
    share: (n: string, of: string): string => `${n} of ${of}`,
    entriesReproduced: 'Errors with every cause reproduced',
    causesReproduced: 'Causes reproduced',
    newest: 'Last run',
    entries: 'Errors',
    reproduced: 'What was reproduced',
    reachChart: 'Errors by how many of their causes were reproduced',
    reachSummary: (n: string, of: string): string => `Of ${n} of ${of} errors every cause was reproduced.`,
    reach: { all: 'every cause', some: 'some causes', none: 'no cause', 'not-run': 'not run in the lab yet' },
    notReproduced: 'Causes not reproduced',
    notReproducedIntro:
      'Listed by their errors and tried, but no environment shows them. They count against the fix rate unless reports prove a fix.',
    allReproduced: 'Every cause that was tried shows in at least one environment.',
    byOutcome: 'Trials by outcome',
    outcome: 'Outcome',
    byDomain: (shown: number, all: number): string =>
      shown < all ? `Trials by domain: the ${shown} with most of ${all}` : 'Trials by domain',
    byDomainSummary: 'One bar a domain, split by outcome. The table below has the numbers.',
    domain: 'Domain',
    age: 'Age of the runs',
    ageIntro: (oldest: string, newest: string): string =>
      oldest === newest ? `All last runs are of ${newest}.` : `Last runs are of ${oldest} to ${newest}.`,
    byMonth: 'Errors by the month of their last run',
    month: 'Month',
    older: 'earlier',
    surprises: 'Remedies that surprised',
    surprisesIntro: 'Where the trials contradict what people say or expect.',
    surprise: {
      'dead-end-fixes': (n: number, of: number): string => `a dead end, yet it fixes ${n} of ${of} causes`,
      'workaround-harms': (n: number, of: number): string =>
        `a workaround, yet harmful under ${n} of ${of} causes`,
      'workaround-relapses': (n: number, of: number): string =>
        `a workaround, yet the error comes back under ${n} of ${of} causes`,
      'report-contradicted': (n: number, of: number): string =>
        `reported to work, yet the trials say otherwise under ${n} of ${of} causes`,
      'praised-fixes-few': (n: number, of: number): string =>
        `reported to work, yet it fixes ${n} of ${of} causes`,
    },
    disagreements: 'Where versions disagree',
    disagreementsIntro: 'The same remedy under the same cause came out otherwise in another version.',
    underCauses: (n: number): string => `, under ${n} causes`,
    unsteady: 'Unsteady cells',
    unsteadyIntro: 'Trials of one cell in one environment that did not all end alike.',
    noneUnsteady: 'In every cell all trials ended alike.',
    estimates: 'Estimates left',
    estimatesIntro: 'Remedies with nothing but an author’s guess.',
    noEstimates: 'No rate on this site is a guess.',
    none: 'None.',
    tools: 'Tools and versions',
    tool: 'Tool',
    environments: (n: number): string => (n === 1 ? '1 environment' : `${n} environments`),
    data: 'The numbers as a table',
    sum: 'Sum',
    more: (n: string): string => `and ${n} more in the`,
  },
  /** The page of trials of an entry. */
  trials: {
    title: 'Trials',
    counts: (n: { trials: string; remedies: number; causes: number; environments: number }): string =>
      `${n.trials} trials: ${n.remedies} remedies under ${n.causes === 1 ? '1 cause' : `${n.causes} causes`} in ${n.environments === 1 ? '1 environment' : `${n.environments} environments`}.`,
    intro:
      'What stands behind the figures. Each line below a cause is one remedy: how many of its trials ended fixed. Open it for the steps as they ran, with the values of the lab, their exit status, and what the failing program, run again, printed last.',
    byRemedy: 'By remedy',
    numbers: 'The small number is the cause; the fraction leads to the trials.',
    program: 'The failing program',
    check: 'Also checked',
    shown: {
      reproduced: 'reproduced',
      'not-reproduced': 'not reproduced; it showed this instead',
      'not-applicable': 'these versions do not have this cause',
      'not-run': 'not run',
    },
    exit: (status: number): string => `exit ${status}`,
    ended: 'ended from outside',
    keepsRunning: 'from now on',
    notReached: 'not reached',
    stillRunning: 'still running',
    silent: 'Nothing was printed.',
    sameOutput: 'the same output as here',
    times: (n: number): string => `${n} ×`,
    tells: 'The checks that tell the causes apart, tried under this cause',
    holds: 'holds',
    holdsNot: 'does not hold',
    stillShown: 'The error still showed after all of them: they only read.',
    goneAfterTells: 'The error was gone after them.',
    checks:
      'Each cause in each environment, held against the other environments, and each report, held against the trials. Remedies are named where they came out otherwise than in most, or otherwise from trial to trial.',
    agrees: 'agrees',
    differs: 'differs',
    alone: 'nothing to compare with',
    packages: 'Packages',
    json: 'All of this as JSON',
    link: 'every trial',
    differing: 'results differ between versions',
  },
  remedies: {
    workarounds: 'Workarounds',
    deadEnds: 'Dead ends',
    unit: 'causes fixed',
    blind: (n: number, of: number, percent: string): string =>
      `${n} of ${of} causes when tried blindly, ${percent}`,
    fails: (n: number, of: number, percent: string): string => `fixes ${n} of ${of} causes; fails ${percent}`,
    undo: 'Undo:',
    noUndo: 'There is no undo.',
    restart: { yes: 'restarts something', no: 'no restart', maybe: 'may need a restart' },
    root: { yes: 'needs root', no: 'no root', maybe: 'may need root' },
    minutes: (n: number): string => (n === 1 ? '1 minute' : `${n} minutes`),
    manual: 'by hand: not run in the lab',
    notRun: 'not run in the lab yet',
    look: 'only reads',
    file: 'File',
    replace: 'replace',
    with: 'with',
    use: 'Use',
    under: 'under',
    reports: (fixed: number, total: number): string => `reports: ${fixed} of ${total} say it worked`,
    onlyIf: 'Workarounds that go wrong under another cause',
    since: 'from',
    until: 'up to',
  },
  messages: {
    title: 'Messages',
    unit: 'printed under cause',
    notRecorded: 'not printed in the lab',
  },
  versions: {
    title: 'Versions',
    product: 'Product',
    range: 'Versions',
    status: 'Status',
    introduced: 'Introduced',
    deprecated: 'Gone from',
    notes: 'Notes',
    statuses: { active: 'active', deprecated: 'deprecated', 'end-of-life': 'end of life' },
    lab: 'Environments of the lab',
    environment: 'Environment',
    tools: 'Exact versions',
    causes: 'Causes reproduced',
  },
  reports: {
    title: 'Reports',
    intro: 'Public threads whose author says what worked.',
    outcome: {
      fixed: 'worked',
      'not-fixed': 'did not help',
      relapsed: 'helped for a time',
      harmful: 'did harm',
    },
    remedy: 'Remedy',
  },
  related: {
    title: 'Easily confused, and related',
    confusedWith: 'Not this error',
    causedBy: 'Caused by',
    leadsTo: 'Leads to',
  },
  record: {
    title: 'Record',
    basis: 'Basis',
    trials: (trials: string, environments: number): string =>
      `${trials} lab trials in ${environments === 1 ? '1 environment' : `${environments} environments`}`,
    reports: (n: number): string => (n === 0 ? 'no reports yet' : n === 1 ? '1 report' : `${n} reports`),
    fixBasis: (lab: number, reports: number, none: number): string =>
      `causes resting on the lab ${lab}, on reports ${reports}, on nothing yet ${none}`,
    confidence: (agreeing: number, comparable: number, percent: string): string =>
      `${agreeing} of ${comparable} checks of this page agree: at least ${percent} (Wilson, 95%)`,
    measured: 'Measured',
    id: 'ID',
    revision: 'Revision',
    category: 'Category',
    scope: 'Scope',
    tags: 'Tags',
    prose: 'Prose',
    aiGenerated: 'drafted by a model (AI-generated); the trials were not',
    human: 'written by people',
    docs: 'Documentation',
    formats: 'Also as',
    json: 'JSON',
    markdown: 'Markdown',
    rerun: 'Run it again',
    experience: 'Did it work?',
    tell: 'Say what worked for you, or did not',
    source: 'source',
  },
};

export type Strings = typeof en;
