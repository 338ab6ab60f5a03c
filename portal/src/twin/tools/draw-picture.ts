import {scaleBar} from '@hromada/twin/layers'

/** What is written around a picture of the view. */
export type PictureWords = {
  title: string
  /** Release, date and hour of the sun. */
  lines: string[]
  sources: string
  /** Said large where the city is invented; null where it is not. */
  demo: string | null
  north: string
  scaleNote: string
  legends: {title: string; rows: {colour: string; text: string}[]}[]
  length: (metres: number) => string
}

type Look = Record<'paper' | 'ink' | 'muted' | 'accent' | 'attention' | 'zenith' | 'haze', string>

/**
 * A sheet with the picture, its title, scale bar, north arrow, legends, sources and the mark of invented data. Sizes are
 * in pixels of a picture 1,000 wide and grow with it.
 */
export function drawPicture(
  view: {canvas: HTMLCanvasElement; metresPerPixel: number | null; horizon: number; headingDegrees: number},
  words: PictureWords,
  look: Look,
): HTMLCanvasElement {
  const {width, height} = view.canvas
  const unit = Math.max(0.7, width / 1000)
  const [top, bottom] = [64 * unit, 46 * unit]
  const sheet = document.createElement('canvas')
  sheet.width = width
  sheet.height = Math.round(height + top + bottom)
  const context = sheet.getContext('2d')!
  const type = (size: number, weight = 400, family = '"Golos Text", system-ui, sans-serif') => {
    context.font = `${weight} ${size * unit}px ${family}`
  }
  context.fillStyle = look.paper
  context.fillRect(0, 0, sheet.width, sheet.height)
  // The sky as the page has it behind the canvas.
  const horizon = top + view.horizon * height
  const sky = context.createLinearGradient(0, horizon - 0.36 * height, 0, horizon)
  sky.addColorStop(0, look.zenith)
  sky.addColorStop(1, look.haze)
  context.fillStyle = sky
  context.fillRect(0, top, width, height)
  context.drawImage(view.canvas, 0, top)

  const margin = 16 * unit
  context.textBaseline = 'alphabetic'
  context.fillStyle = look.ink
  type(24, 600, '"Source Serif 4", Georgia, serif')
  context.fillText(words.title, margin, 30 * unit)
  type(13)
  context.fillStyle = look.muted
  context.fillText(words.lines.join(' · '), margin, 52 * unit)
  if (words.demo) {
    type(14, 600)
    context.textAlign = 'right'
    context.fillStyle = look.attention
    context.fillText(words.demo, width - margin, 30 * unit)
    context.textAlign = 'left'
  }
  legends()
  scale()
  north()
  type(12)
  context.fillStyle = look.muted
  for (const [index, line] of wrapped(words.sources, width - 2 * margin)
    .slice(0, 2)
    .entries())
    context.fillText(line, margin, top + height + (18 + 16 * index) * unit)
  return sheet

  function plate(x: number, y: number, wide: number, high: number): void {
    context.globalAlpha = 0.9
    context.fillStyle = look.paper
    context.fillRect(x, y, wide, high)
    context.globalAlpha = 1
  }

  function scale(): void {
    if (!view.metresPerPixel) return
    const bar = scaleBar(view.metresPerPixel * 180 * unit)
    const long = bar.metres / view.metresPerPixel
    type(12)
    const text = `${words.length(bar.metres)}, ${words.scaleNote}`
    const wide = Math.max(long, context.measureText(text).width) + 20 * unit
    const [x, y] = [margin, top + height - 58 * unit]
    plate(x, y, wide, 44 * unit)
    context.fillStyle = look.ink
    context.fillText(text, x + 10 * unit, y + 18 * unit)
    context.fillRect(x + 10 * unit, y + 28 * unit, long, 4 * unit)
    for (const end of [0, long])
      context.fillRect(x + 10 * unit + end - unit / 2, y + 24 * unit, unit, 12 * unit)
  }

  function north(): void {
    const [x, y] = [width - margin - 24 * unit, top + height - 44 * unit]
    plate(x - 24 * unit, y - 30 * unit, 48 * unit, 60 * unit)
    context.save()
    context.translate(x, y)
    context.rotate((-view.headingDegrees * Math.PI) / 180)
    context.fillStyle = look.accent
    context.beginPath()
    context.moveTo(0, -14 * unit)
    context.lineTo(7 * unit, 12 * unit)
    context.lineTo(0, 7 * unit)
    context.lineTo(-7 * unit, 12 * unit)
    context.fill()
    type(11, 600)
    context.textAlign = 'center'
    context.fillText(words.north, 0, -17 * unit)
    context.restore()
  }

  function legends(): void {
    let y = top + margin
    for (const legend of words.legends) {
      type(12, 600)
      const titleWide = context.measureText(legend.title).width
      type(12)
      const wide =
        Math.max(titleWide, ...legend.rows.map(row => context.measureText(row.text).width + 22 * unit)) +
        20 * unit
      const high = (28 + 18 * legend.rows.length) * unit
      plate(margin, y, wide, high)
      context.fillStyle = look.ink
      type(12, 600)
      context.fillText(legend.title, margin + 10 * unit, y + 18 * unit)
      type(12)
      for (const [index, row] of legend.rows.entries()) {
        const line = y + (36 + 18 * index) * unit
        context.fillStyle = row.colour
        context.fillRect(margin + 10 * unit, line - 10 * unit, 13 * unit, 13 * unit)
        context.fillStyle = look.ink
        context.fillText(row.text, margin + 32 * unit, line)
      }
      y += high + 8 * unit
    }
  }

  function wrapped(text: string, wide: number): string[] {
    const lines: string[] = []
    for (const word of text.split(' ')) {
      const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
      if (lines.length > 0 && context.measureText(longer).width <= wide) lines[lines.length - 1] = longer
      else lines.push(word)
    }
    return lines
  }
}
