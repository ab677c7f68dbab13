/** What people say of how many conversations they want, and with whom. */
export const WANTED = {
  most: 'Conversations that you want at most, over the whole event',
  mostAny: 'As many as there are',
  mostSave: 'Save',
  company: (others: number) =>
    others === 0 ? 'Sit together with somebody' : `You sit together with ${others} more`,
  mostNow: (most: number) => `You get ${most} at most.`,
} as const
