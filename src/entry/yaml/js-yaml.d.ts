/** What is used of js-yaml, which has no types of its own. */
declare module 'js-yaml' {
  export class Type {
    constructor(
      tag: string,
      options: {
        kind: 'scalar';
        resolve: (text: unknown) => boolean;
        construct: (text: string) => unknown;
      },
    );
  }
  interface Schema {
    extend(types: { implicit: Type[] }): Schema;
  }
  export const FAILSAFE_SCHEMA: Schema;

  /** The parser at a node: before it, or behind it. */
  export interface LoadState {
    position: number;
    line: number;
    kind: string | null;
    /** `?` for a plain scalar that is text. */
    tag: string | null;
    /** Names of all anchors so far. */
    anchorMap: object;
  }

  export function load(
    text: string,
    options: {
      schema: Schema;
      maxDepth: number;
      listener: (event: 'open' | 'close', state: LoadState) => void;
    },
  ): unknown;
}
