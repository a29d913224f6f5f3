/**
 * Budget files of the shape that the guides of Lighthouse, Lighthouse CI and sitespeed.io show, with numbers of our own.
 */
export const LIGHTHOUSE_GUIDE = [
  {
    path: '/*',
    timings: [
      { metric: 'interactive', budget: 3200, tolerance: 500 },
      { metric: 'first-meaningful-paint', budget: 1100 },
      { metric: 'largest-contentful-paint', budget: 2400 },
    ],
    resourceSizes: [
      { resourceType: 'script', budget: 130 },
      { resourceType: 'total', budget: 320.5 },
    ],
    resourceCounts: [{ resourceType: 'third-party', budget: 12 }],
  },
  {
    path: '/checkout$',
    options: { firstPartyHostnames: ['shop.example', '*.shop-cdn.example'] },
    resourceSizes: [{ resourceType: 'font', budget: 90 }],
  },
];

export const LHCI_GUIDE = {
  ci: {
    collect: { url: ['http://localhost:5000/'], numberOfRuns: 5 },
    assert: {
      assertMatrix: [
        {
          matchingUrlPattern: '.*',
          preset: 'lighthouse:recommended',
          assertions: {
            'largest-contentful-paint': ['error', { maxNumericValue: 2600 }],
            'resource-summary:stylesheet:size': ['error', { maxNumericValue: 60_000 }],
          },
        },
        {
          matchingUrlPattern: '^https?://[^/]+/news/.*',
          assertions: {
            'largest-contentful-paint': ['error', { maxNumericValue: 2000, aggregationMethod: 'median' }],
            'user-timings:app-ready': ['error', { maxNumericValue: 700 }],
            'color-contrast': 'error',
            'total-byte-weight': ['warn', { maxNumericValue: 500_000 }],
          },
        },
        { matchingUrlPattern: '(a|b)+', assertions: { interactive: ['error', { maxNumericValue: 1 }] } },
      ],
    },
    upload: { target: 'temporary-public-storage' },
  },
};

export const SITESPEED_GUIDE = {
  budget: {
    googleWebVitals: { largestContentfulPaint: 2600, totalBlockingTime: 250, timeToFirstByte: 500 },
    timings: { firstPaint: 1200, fullyLoaded: 2500, SpeedIndex: 1400 },
    cpu: { longTasks: 4 },
    requests: { total: 95, javascript: 12, httpErrors: 0 },
    transferSize: { total: 450_000, image: 210_000 },
    contentSize: { css: 90_000 },
    firstParty: { requests: 60 },
    thirdParty: { transferSize: 1200, requests: 2 },
    score: { accessibility: 95, bestpractice: 80 },
    usertimings: { heroShown: 900 },
    'https://www.example.com/news/': { requests: { total: 70 } },
    start: { timings: { firstPaint: 800 } },
  },
};

export const SITESPEED_OLD_GUIDE = {
  'browsertime.pageSummary': [
    { metric: 'statistics.timings.firstPaint.median', max: 1100 },
    { metric: 'statistics.timings.pageTimings.pageLoadTime.p90', max: 3000 },
    { metric: 'statistics.visualMetrics.FirstVisualChange.median', max: 1300 },
    { metric: 'statistics.googleWebVitals.largestContentfulPaint.median', max: 2700 },
  ],
  'coach.pageSummary': [
    { metric: 'advice.performance.score', min: 80 },
    { metric: 'advice.info.domElements', max: 900 },
  ],
  'pagexray.pageSummary': [
    { metric: 'transferSize', max: 420_000 },
    { metric: 'requests', max: 110 },
    { metric: 'contentTypes.css.transferSize', max: 80_000 },
    { metric: 'missingCompression', max: 0 },
  ],
};
