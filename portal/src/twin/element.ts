/** An element with attributes and children, for what a script must make. Null and false children are left out. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string> = {},
  ...children: (Node | string | null | false)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children.filter((child): child is Node | string => child !== null && child !== false))
  return made
}

/** The element with this mark inside the root; the markup beside this script promises it. */
export function marked(root: Element, mark: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(`[data-twin-${mark}]`)
  if (found) return found
  throw new Error(`The twin's markup has no element with data-twin-${mark}.`)
}
