/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** Handed over by the server; pages get everything they show from it. */
    client: import('@hromada/api').Client
    /** Theme the reader chose, or null for the system's. */
    theme: 'light' | 'dark' | null
    /** Scheme and host under which the reader sees the portal, for addresses in snippets. */
    origin: string
    /** A form that was sent to this page; null where it was only asked for. */
    posted: import('./read-posted.ts').Posted | null
    /** Set by the middleware; absent where the release could not be read. */
    site?: import('./site.ts').Site
    lang: import('./i18n/index.ts').Lang
    /** The path without its language. */
    path: string
  }
}
