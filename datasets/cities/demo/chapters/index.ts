import type {Chapter} from '../chapter.ts'

/** Every chapter, in the order in which they are written. Adding one: a file beside its siblings, a line here. */
export const chapters: Chapter[] = []
