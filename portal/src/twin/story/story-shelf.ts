import type {Format} from '../../format.ts'
import {element} from '../element.ts'
import type {TwinSetup} from '../setup.ts'
import type {Draft} from './draft-store.ts'
import type {StoryTexts} from './story-texts.ts'

/** What can be done where no story is open. */
type Deeds = {
  open(id: string): void
  openFile(file: File | undefined): void
  make(): void
  goOn(draft: Draft): void
  discard(): void
}

/** The city's own stories, the draft that was left, and the ways to a new one; the keyboard's place is `data-control`. */
export function storyShelf(
  stories: NonNullable<TwinSetup['stories']>,
  draft: Draft | null,
  {t, f}: {t: StoryTexts; f: Format},
  deeds: Deeds,
): Node[] {
  const button = (control: string, label: string, onClick: () => void) => {
    const made = element('button', {type: 'button', 'data-control': control}, label)
    made.addEventListener('click', onClick)
    return made
  }
  const file = element('input', {
    type: 'file',
    accept: '.json,application/json',
    'data-control': 'file',
    class: 'vh',
  })
  file.addEventListener('change', () => deeds.openFile(file.files?.[0]))
  const own = stories.map(({id, story}) =>
    element(
      'li',
      {},
      button(`own-${id}`, story.title, () => deeds.open(id)),
      ' ',
      element('span', {class: 'cap'}, f.count(story.slides.length, t.slides)),
    ),
  )
  return [
    element('p', {}, t.lead),
    draft &&
      element(
        'div',
        {class: 'twin-story-draft'},
        element('p', {}, t.draftOf(f.moment(draft.keptAt))),
        element(
          'div',
          {class: 'twin-tool-row'},
          button('go-on', t.goOn(draft.story.title || t.untitled), () => deeds.goOn(draft)),
          button('discard', t.discard, deeds.discard),
        ),
      ),
    own.length > 0 && element('ul', {class: 'plain'}, ...own),
    element(
      'div',
      {class: 'twin-tool-row'},
      button('make', t.make, deeds.make),
      element('label', {class: 'twin-file'}, file, element('span', {}, t.openFile)),
    ),
  ].filter(node => node !== null && node !== false)
}
