import { didYouMean } from '../../entry/problems/nearest.ts';
import { factsRule } from '../context.ts';
import { atStart, atValue } from '../places.ts';

export const taxonomyRule = factsRule({
  name: 'taxonomy',
  description: 'Domain and category are those of taxonomy.yaml.',
  check: ({ id, facts, yaml, taxonomy }) => {
    if (taxonomy === null) return [];
    const domain = id.split('/')[0] ?? '';
    const domains = Object.keys(taxonomy.domains);
    const categories = Object.keys(taxonomy.categories);
    return [
      ...(domains.includes(domain)
        ? []
        : [atStart(yaml.file, `taxonomy.yaml has no domain ${domain}`, didYouMean(domain, domains))]),
      ...(categories.includes(facts.category)
        ? []
        : [
            atValue(
              yaml,
              ['category'],
              `taxonomy.yaml has no category ${facts.category}`,
              didYouMean(facts.category, categories),
            ),
          ]),
    ];
  },
});
