import type {PlaceKind} from '../petition-places.ts'

/**
 * What a petition may ask for. `{place}` in a text stands for where, as a phrase of place («біля ліцею № 3»), so that
 * it fits wherever an adverb of place does. Problems are sentences, asks infinitive phrases without a full stop.
 */
export type Proposal = {
  /** Kinds of places it suits; `city` alone: the whole city, and `{place}` is not used. */
  where: PlaceKind[]
  titles: string[]
  problems: string[]
  asks: string[]
  /** Something is broken that neighbours can patch themselves. */
  isRepair?: true
  /** Nobody would have asked for it before the full-scale war. */
  isWartime?: true
}
