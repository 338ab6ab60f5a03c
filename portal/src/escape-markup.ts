const marks: Record<string, string> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'}

/** A text as HTML or XML content or attribute. */
export const escapeMarkup = (text: string): string => text.replace(/[&<>"']/g, mark => marks[mark]!)
