/** Colours of the scene, as CSS writes them: the page's own, so that both themes look like the page. */
export type Palette = {
  sky: string
  ground: string
  building: string
  selected: string
  line: string
  text: string
  halo: string
  /** Colour of each layer's points, by table. */
  points: Record<string, string>
}
