/* Runs the npm that runs us, or else the one on the PATH. CommonJS, so that old versions of Node can run it. */
const {execFileSync} = require('node:child_process')

/** Runs npm with `args` in the root, its output shown; ends this process with npm's exit code when it fails. */
module.exports = function npm(args, env = {}) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const options = {cwd: `${__dirname}/..`, stdio: 'inherit', env: {...process.env, ...env}}
  const script = process.env.npm_execpath
  // The Node that runs npm, not one below node_modules: Windows cannot replace a program that is running.
  const node = process.env.npm_node_execpath || process.execPath
  try {
    if (script && /npm-cli\.c?js$/.test(script)) execFileSync(node, [script, ...args, ...quiet], options)
    else {
      const windows = process.platform === 'win32'
      execFileSync(windows ? 'npm.cmd' : 'npm', [...args, ...quiet], {...options, shell: windows})
    }
  } catch (error) {
    console.error(
      `npm ${args[0]} failed; what it said is above. When that is mended, run the same command again.`,
    )
    process.exit(typeof error.status === 'number' ? error.status : 1)
  }
}
