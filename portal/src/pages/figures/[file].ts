import type {APIRoute} from 'astro'
import {figureSvg} from '../../figure-svg.ts'
import {figures} from '../../figures/index.ts'
import {toCsv} from '../../to-csv.ts'

/** `/figures/<name>.csv` and `.svg`: a figure's numbers and drawing, for the same question as its page's. */
export const GET: APIRoute = async ({locals}) => {
  const site = locals.site!
  // The path without its language: the route's own parameter is lost where the language was taken off.
  const file = site.path.split('/').at(-1) ?? ''
  const [, name = '', suffix = ''] = /^([a-z-]+)\.(csv|svg)$/.exec(file) ?? []
  const figure = Object.hasOwn(figures, name) ? await figures[name]!(site) : null
  const base = `${name}-${site.city.id}${Object.values(figure?.parameters ?? {})
    .map(value => `-${value}`)
    .join('')}`
  const headers = (type: string) => ({
    'content-type': type,
    'content-disposition': `attachment; filename="${base}.${suffix}"`,
    'x-hromada-release': site.release.id,
  })
  if (figure && suffix === 'csv')
    return new Response(toCsv(figure.table), {headers: headers('text/csv; charset=utf-8')})
  if (figure?.draw && suffix === 'svg')
    return new Response(figureSvg(figure, site), {headers: headers('image/svg+xml; charset=utf-8')})
  const known = Object.keys(figures).join(', ')
  return Response.json(
    {
      type: 'about:blank',
      title: 'There is no such figure',
      status: 404,
      code: 'FIGURE_NOT_FOUND',
      detail: `"${file}" has no file for ${site.city.id}. Figures: ${known}; each as .csv or .svg.`,
    },
    {status: 404, headers: {'content-type': 'application/problem+json'}},
  )
}
