/** This machine cannot run the lab; the message says what to do. Ends the program with status 2. */
export class CannotRunHere extends Error {
  override name = 'CannotRunHere';
}

/** Something in the content is wrong; the message says where and what to do. Ends the program with status 1. */
export class ContentTrouble extends Error {
  override name = 'ContentTrouble';
}

/**
 * The tools of an environment cannot be had here and now; the message is one sentence that says why. What
 * was to be tried with them counts as not run.
 */
export class Unavailable extends Error {
  override name = 'Unavailable';
}
