import { parseArgs } from 'node:util'

type Read = { data: string; positionals: string[] } | { exit: number }

/**
 * The data folder and what else was typed after `npm run <name> --`. Help and what is not understood are
 * said in words: then there is nothing to do, but to leave with `exit`.
 */
export function readFlags({
  help,
  data,
  most,
}: {
  help: string
  data: string
  most: number
}): Read {
  try {
    const { values, positionals } = parseArgs({
      options: { data: { type: 'string', default: data }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: most > 0,
    })
    if (values.help === true) {
      console.log(help)
      return { exit: 0 }
    }
    if (positionals.length <= most) return { data: values.data, positionals }
    console.error(`One file at most: ${positionals.join(', ')} is more.\n\n${help}`)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error
    console.error(`${message}\n\n${help}`)
  }
  return { exit: 1 }
}
