import {defineMiddleware} from 'astro:middleware'
import type {ApiProblem} from '@hromada/api'
import {splitLang} from './i18n/index.ts'
import {makeSite} from './site.ts'

/**
 * Takes the language off the path, so that a page is one file for every language, and puts the page's site
 * together. Where the release cannot be read, the page of failures says so.
 */
export const onRequest = defineMiddleware(async ({locals, url, rewrite}, next) => {
  // A rewritten request comes through here again, already understood.
  if (locals.lang) return next()
  const {lang, path} = splitLang(url.pathname)
  Object.assign(locals, {lang, path})
  try {
    if (!(locals.client as unknown)) throw new Error('The portal is not connected to an API yet.')
    locals.site = await makeSite({
      client: locals.client,
      lang,
      path,
      query: url.searchParams,
      origin: locals.origin,
      theme: locals.theme,
    })
  } catch (error) {
    // Before the first release this is how things are, not a fault.
    const code = (error as Partial<ApiProblem>).problem?.code
    if ((locals.client as unknown) && code !== 'NO_RELEASE') console.error(error)
    return rewrite('/no-release')
  }
  return path === url.pathname ? next() : next(path + url.search)
})
