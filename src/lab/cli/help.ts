/** What `npm run lab -- --help` prints. */
export const HELP = `Run the trials of entries and write what they showed to lab.results.json beside each.

  npm run lab -- [options] [id ...]      without an id: all entries

Which entries, where no id is given; several of these narrow each other down:
  --changed [BASE]   whose entry.yaml, lab.yaml or results differ from where this branch left BASE (default main)
  --stale DAYS       measured more than so many days ago; they are measured anew
  --sample N         N of them, others every day; --seed NUMBER takes the place of the day
  --shard I/N        the I-th of N parts with about as many trials each; an entry is never divided

What of them:
  --environment ID   only this environment (may be given several times)
  --cause ID         only this cause (likewise)
  --remedy ID        only this remedy (likewise)
  --fresh            run also what has results from the same scenario and steps
  --update           resolve all versions anew instead of keeping those of the last run (implies --fresh)

How:
  --jobs N           trials at the same time (default: as many as cores, and as fit into the free memory)
  --provision        fetch and build the tools, run nothing
  --docker           run in a Linux container (macOS, Windows); needs Docker
  --unsafe           as root, do without user namespaces where the machine allows none; for scenarios that you trust
  --verify           run all of it again, write nothing, and fail where an outcome differs from the results
  --watch            run again whenever a file of the entry is saved, and show the matrix (one id)
  --shell CAUSE      open a shell in a sandbox in which this cause has been brought about (one id)
  --forget           forget what an interrupted run had finished
  --json             print a report as JSON on standard output, and nothing else there
  --verbose          print every step and what was seen
  --help             print this

Trials run without network. Tools are kept under FIXRATE_LAB_CACHE, XDG_CACHE_HOME or ~/.cache, in
fixrate-lab; FIXRATE_LAB_MIRROR names another Debian mirror. The command that was interrupted, given
again, goes on where it was; --fresh and --verify do so for a day.
An environment that cannot be had (no network, no such package, a program that this machine lacks) is
said so, recorded as not run, and never counts as passed; the others still run.
On a terminal a bar shows how far it is; elsewhere, and with CI set, there is a line for each environment.

Exit status:
  0    everything ran; with --verify: and came out as before
  1    something in the content is wrong, or a scenario failed; with --verify: or an outcome differs
  2    this machine cannot run the lab
  3    an environment could not be had, so that part of it was not run
  130  it was interrupted (SIGINT); 143: it was ended (SIGTERM)
`;
