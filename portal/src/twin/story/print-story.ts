import type {Format} from '../../format.ts'
import {element} from '../element.ts'
import type {OpenStory} from './start-story.ts'
import {slideName} from './story-player.ts'
import type {StoryTexts} from './story-texts.ts'
import {writeBlocks} from './write-blocks.ts'

type Needs = {
  t: StoryTexts
  f: Format
  isDemo: boolean
  /** Where the data is from: release and publishers. */
  source: string
  address: string
  /** A slide as it looks: a canvas, or a flat plan. */
  picture(index: number): Promise<Element | null>
}

/** Lays a story out on paper and opens the browser's printing; what is on the screen stays as it is. */
export async function printStory({story}: OpenStory, needs: Needs): Promise<void> {
  const {t, f, isDemo} = needs
  const sheet = element(
    'article',
    {class: 'twin twin-print'},
    element('h1', {}, story.title || t.untitled),
    isDemo && element('p', {class: 'twin-print-demo'}, t.invented),
  )
  for (const [index, slide] of story.slides.entries()) {
    const picture = await needs.picture(index)
    sheet.append(
      element(
        'section',
        {},
        element('h2', {}, `${f.number(index + 1)}. ${slideName(slide, index, needs)}`),
        picture && element('figure', {}, picture),
        ...writeBlocks(slide.text),
      ),
    )
  }
  sheet.append(element('footer', {}, `${needs.source} ${t.printedFrom} ${needs.address}`))
  document.querySelector('.twin-print')?.remove()
  document.body.append(sheet)
  window.print()
}
