import {escapeMarkup} from './escape-markup.ts'

const words =
  /\b(select|from|where|and|or|not|in|is|null|group by|order by|partition by|over|as|join|using|on|with|case|when|then|else|end|date|desc|limit|sum|avg|min|max|count|round|coalesce|filter|true|false|quantile_cont|arg_max|left|year|month)\b(?!_)|('(?:[^']|'')*')|(--[^\n]*)/gi

/** SQL as HTML, keywords and comments marked. */
export function highlightSql(sql: string): string {
  let html = ''
  let from = 0
  for (const match of sql.matchAll(words)) {
    const [text, keyword, quoted] = match
    html += escapeMarkup(sql.slice(from, match.index))
    // Column names such as year and month are keywords only before a bracket.
    const isName =
      keyword &&
      /^(year|month|left|date)$/i.test(keyword) &&
      !/^\s*[('"]/.test(sql.slice(match.index + text.length))
    html +=
      quoted || isName
        ? escapeMarkup(text)
        : `<span class="${keyword ? 'k' : 'c'}">${escapeMarkup(text)}</span>`
    from = match.index + text.length
  }
  return html + escapeMarkup(sql.slice(from))
}
