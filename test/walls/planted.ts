import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const settings = [
  '.oxlintrc.json',
  'package.json',
  'tsconfig.base.json',
  'tsconfig.json',
  ...['shared', 'server', 'client', 'scripts', 'test'].map((room) => `${room}/tsconfig.json`),
]

/** A folder with this project's own settings and rooms, to plant files in beside the real ones. */
export type Garden = {
  /** Writes one file, by its path from the project's root. */
  plant: (path: string, text: string) => Promise<void>
  /** Runs a tool of node_modules/.bin there; what it says, whatever its exit code. */
  run: (tool: string, args: string[]) => Promise<string>
  remove: () => Promise<void>
}

export async function openGarden(): Promise<Garden> {
  const folder = await mkdtemp(join(tmpdir(), 'pitch-and-talk-walls-'))
  async function plant(path: string, text: string) {
    await mkdir(join(folder, dirname(path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  for (const file of settings) {
    await mkdir(join(folder, dirname(file)), { recursive: true })
    await cp(join(root, file), join(folder, file))
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  return {
    plant,
    run: (tool, args) =>
      new Promise((resolve) => {
        const command = join(root, 'node_modules/.bin', tool)
        execFile(command, args, { cwd: folder, maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
          resolve(`${stdout}${stderr}${error && !stdout ? error.message : ''}`),
        )
      }),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** The real shared/ and all in it, for what only shows with everything in place. */
export const copyShared = (garden: Garden): Promise<string> =>
  garden.run('node', [
    '-e',
    `fs.cpSync(${JSON.stringify(join(root, 'shared'))}, 'shared', { recursive: true })`,
  ])
