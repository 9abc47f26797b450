/** What `npm run lab -- --help` prints. */
export const HELP = `Run the trials of entries and write what they showed to lab.results.json beside each.

  npm run lab -- [options] [id ...]      without an id: all entries

  --environment ID   only this environment (may be given several times)
  --cause ID         only this cause (likewise)
  --remedy ID        only this remedy (likewise)
  --fresh            run also what has results from the same scenario and steps
  --provision        fetch and build the tools, run nothing
  --update           resolve all versions anew instead of keeping those of the last run
  --jobs N           trials at the same time (default 2)
  --docker           run in a Linux container (macOS, Windows); needs Docker
  --verbose          print every step and what was seen
  --help             print this

Trials run without network. Tools are kept under FIXRATE_LAB_CACHE, XDG_CACHE_HOME or ~/.cache, in
fixrate-lab; FIXRATE_LAB_MIRROR names another Debian mirror. An interrupted run goes on where it was.
Exit status: 0 everything ran; 1 something in the content is wrong; 2 this machine cannot run the lab.
`;
