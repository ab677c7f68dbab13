import type { Plugin } from 'vite'

/**
 * Functions of react-dom that draw what no phone's page holds, by what they are for. Each is left out of
 * what phones load; whoever uses such a thing there after all is told so by an error, in the tests at the latest.
 */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  'class components': ['updateClassComponent', 'initializeClassErrorUpdate'],
  'view transitions': [
    'applyViewTransitionToHostInstancesRecursive',
    'commitDeletedPairViewTransitions',
    'commitExitViewTransitions',
    'measureNestedViewTransitions',
    'measureViewTransitionHostInstancesRecursive',
    'restoreViewTransitionName',
    'startViewTransition',
    'commitAfterMutationEffectsOnFiber',
    'recursivelyTraverseAfterMutationEffects',
  ],
  'styles, scripts and links as elements': [
    'acquireResource',
    'getHydratableHoistableCache',
    'estimateBandwidth',
    'getResource',
    'insertStylesheetIntoRoot',
    'preinitModuleScript',
    'preinitScript',
    'preinitStyle',
    'preload',
    'preloadModule',
    'suspendResource',
  ],
  'Suspense and Activity': [
    'hideOrUnhideAllChildrenOnFiber',
    'recursivelyTraverseDisappearLayoutEffects',
    'recursivelyTraverseReappearLayoutEffects',
    'updateActivityComponent',
    'updateDehydratedSuspenseComponent',
    'updateSuspenseComponent',
    'updateSuspenseListComponent',
  ],
  'actions of forms': [
    'dispatchActionState',
    'mountActionState',
    'runActionStateAction',
    'updateActionStateImpl',
  ],
  'custom elements': ['setPropOnCustomElement'],
  'refs of fragments': [
    'commitNewChildToFragmentInstance',
    'deleteChildFromFragmentInstance',
    'validateDocumentPositionWithFiberTree',
  ],
}

/** Spares phones some kilobytes of react-dom, which they would load for nothing. */
export const plainReact = (): Plugin => ({
  name: 'plain-react',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'phone',
  transform(code, id) {
    if (!id.endsWith('/react-dom-client.production.js')) return null
    const names = Object.values(LEFT_OUT).flat()
    const left = names.reduce((text, name) => without(text, name, 'leftOut()'), code)
    // Where a component stands is said in messages to developers, who have the other build.
    const whole = without(left, 'describeNativeComponentFrame', "return ''")
    return `${whole}\nfunction leftOut() { throw Error('left out by scripts/vite/plain-react.ts') }\n`
  },
})

/** The same with another body for one function. A newer React may have it no more: then the build says so. */
function without(code: string, name: string, body: string): string {
  const whole = new RegExp(`^function ${name}\\([^]*?^}`, 'm')
  if (!whole.test(code)) throw new Error(`react-dom has no function ${name} any more`)
  return code.replace(whole, () => `function ${name}() { ${body} }`)
}
