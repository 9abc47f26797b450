/** This machine cannot run the lab; the message says what to do. Ends the program with status 2. */
export class CannotRunHere extends Error {
  override name = 'CannotRunHere';
}

/** Something in the content is wrong; the message says where and what to do. Ends the program with status 1. */
export class ContentTrouble extends Error {
  override name = 'ContentTrouble';
}
