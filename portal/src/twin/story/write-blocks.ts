import {type Run, storyBlocks} from '@hromada/twin/layers'
import {element} from '../element.ts'

/** A slide's text as paragraphs and lists: elements and text alone, so that nothing in it is markup. */
export const writeBlocks = (text: string): Node[] =>
  storyBlocks(text).map(block =>
    block.kind === 'paragraph'
      ? element('p', {}, ...block.runs.map(writeRun))
      : element('ul', {}, ...block.items.map(item => element('li', {}, ...item.map(writeRun)))),
  )

const writeRun = ({text, isStrong}: Run) => (isStrong ? element('strong', {}, text) : text)
