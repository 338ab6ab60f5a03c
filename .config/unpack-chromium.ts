// Run by browser.ts as its own process, because the package unpacks wherever TMPDIR points and nowhere else.

import {writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import chromium, {inflate} from '@sparticuz/chromium'

const archives = fileURLToPath(new URL('../bin/', import.meta.resolve('@sparticuz/chromium')))
// Its own copies of the libraries that a machine without a desktop lacks (nss, nspr, expat).
await Promise.all([chromium.executablePath(), inflate(join(archives, 'al2023.tar.br'))])

// The fonts.conf inside looks for fonts in /tmp/fonts; paths relative to the file work wherever the folder is moved.
const fonts = join(tmpdir(), 'fonts')
await writeFile(
  join(fonts, 'fonts.conf'),
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`,
)
