/** Colours of the scene, as CSS writes them: the page's own, so that both themes look like the page. */
export type Palette = {
  /** Of the ground where there is no map; far away it is the sky's at the horizon. */
  ground: string
  /** What falls on map and buildings: white by day, grey in the dark. */
  light: string
  selected: string
  /** Of what is selected among things whose colours say something. */
  selectedAmongColours: string
  line: string
  text: string
  halo: string
  /** Colour of each layer's points, by table. */
  points: Record<string, string>
}
