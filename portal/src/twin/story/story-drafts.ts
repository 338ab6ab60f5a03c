import {type Draft, draftStore} from './draft-store.ts'
import type {OpenStory} from './start-story.ts'

/** The draft of the story that is being made. */
export type StoryDrafts = {
  /** What was kept last, and is not the story that is being made now. */
  left(): Draft | null
  /** Keeps a story that was changed, soon, and at the latest when the page goes. */
  keep(one: OpenStory): void
  /** Nobody works on it any more; it stays. Says whether anybody did. */
  leave(): boolean
  /** It is in a file, or not wanted. */
  forget(): void
}

/** Between a change and its being kept: a long story is not written out at every letter. */
const waitMilliseconds = 300

/** Keeps drafts of a city's stories in this browser. `onFull` is told when one cannot be kept, once for a story. */
export function storyDrafts(city: string, onFull: () => void): StoryDrafts {
  const store = draftStore(city, () => localStorage)
  let changed: OpenStory | null = null
  let isTold = false
  let waiting: ReturnType<typeof setTimeout> | undefined
  addEventListener('pagehide', () => write(true))

  function write(isOpen: boolean): void {
    clearTimeout(waiting)
    if (!changed) return
    const {story, index} = changed
    // A title alone is no story yet.
    if (story.slides.length === 0) {
      store.forget()
      return
    }
    const isKept = store.keep({story, index, keptAt: new Date().toISOString(), isOpen})
    if (!isKept && !isTold) onFull()
    isTold ||= !isKept
  }

  return {
    left: () => (changed ? null : store.get()),
    keep(one) {
      changed = one
      clearTimeout(waiting)
      waiting = setTimeout(() => write(true), waitMilliseconds)
    },
    leave() {
      write(false)
      const left = changed ? null : store.get()
      if (left?.isOpen) store.keep({...left, isOpen: false})
      const isLeft = left?.isOpen === true || (changed?.story.slides.length ?? 0) > 0
      changed = null
      isTold = false
      return isLeft
    },
    forget() {
      clearTimeout(waiting)
      changed = null
      isTold = false
      store.forget()
    },
  }
}
