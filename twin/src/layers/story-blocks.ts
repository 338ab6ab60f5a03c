/** Words of a paragraph that are said alike. */
export type Run = {text: string; isStrong: boolean}

/** A paragraph, or a list. */
export type Block = {kind: 'paragraph'; runs: Run[]} | {kind: 'list'; items: Run[][]}

/**
 * A slide's text as blocks. An empty line ends a paragraph, lines that begin with `- ` are a list, words between `**` are
 * strong; everything else, markup too, is text as it is written.
 */
export function storyBlocks(text: string): Block[] {
  const blocks: Block[] = []
  let paragraph: string[] = []
  const end = () => {
    if (paragraph.length > 0) blocks.push({kind: 'paragraph', runs: runsOf(paragraph.join(' '))})
    paragraph = []
  }
  for (const line of text.split(/\r?\n/).map(one => one.trim())) {
    const last = blocks.at(-1)
    if (line.startsWith('- ')) {
      const isNext = paragraph.length === 0 && last?.kind === 'list'
      end()
      const runs = runsOf(line.slice(2).trim())
      if (isNext) last.items.push(runs)
      else blocks.push({kind: 'list', items: [runs]})
    } else if (line === '') end()
    else paragraph.push(line)
  }
  end()
  return blocks
}

const strong = /(\*\*(?!\s)[^*]+(?<!\s)\*\*)/

/** Stars without a partner stay stars, and so do those beside a space. */
const runsOf = (text: string): Run[] =>
  text
    .split(strong)
    .map((part, index) =>
      index % 2 === 1 ? {text: part.slice(2, -2), isStrong: true} : {text: part, isStrong: false},
    )
    .filter(({text: words}) => words !== '')
