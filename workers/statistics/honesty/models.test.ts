import { honesty } from './matrix';
import { models } from './models';

// Columns: separation | non-convergence | collinearity | zero cells | one class | one event | ties everywhere | all censored |
// row order | scaling | relabelling.
honesty(
  'models',
  models,
  `
linear regression | – | numbers | regression-aliased | – | ! regression-response-constant | – | numbers | – | same | same | same
logistic regression | ! regression-separation | ! regression-separation | regression-aliased | regression-events-few | ! regression-one-class | ! regression-too-few-events | numbers | – | same | same | same
logistic regression, profile | ! regression-separation | ! regression-separation | regression-aliased | regression-events-few | ! regression-one-class | ! regression-too-few-events | numbers | – | same | same | same
logistic regression with a category | ! regression-separation | numbers | – | ! regression-separation | ! formula-one-level | ! regression-too-few-events | numbers | – | same | same | same
Firth’s logistic regression | numbers | numbers | regression-aliased | numbers | ! regression-one-class | numbers | numbers | – | same | same | same
Poisson regression | ! regression-separation | numbers | – | ! regression-separation | ! formula-one-level | ! regression-separation | numbers | – | same | same | same
negative binomial regression | ! regression-separation | numbers | – | ! regression-separation | ! formula-one-level | ! regression-separation | numbers | – | same | same | same
proportional odds | ! regression-separation | numbers | regression-aliased | – | ! regression-one-class | – | numbers | – | same | same | same
linear mixed model | – | numbers | regression-aliased | – | ! mixed-exact | – | numbers | – | same | same | same
logistic mixed model | ! regression-separation | ! regression-separation | regression-aliased | numbers | ! regression-one-class | ! regression-too-few-events | numbers | – | same | same | same
Kaplan-Meier | – | – | – | survival-all-censored | numbers | survival-all-censored | numbers | survival-all-censored | same | same | same
log-rank test | – | – | – | numbers | ! survival-one-group | numbers | numbers | ! survival-no-event | same | same | same
Cox regression | ! survival-no-finite-estimate | numbers | survival-aliased | numbers | numbers | ! survival-too-few | numbers | ! survival-no-event | same | same | same
Cox regression with a group | ! survival-no-finite-estimate | numbers | – | ! survival-no-finite-estimate | survival-aliased | ! survival-too-few | numbers | ! survival-no-event | same | same | same
test of proportional hazards | ! survival-no-finite-estimate | numbers | numbers | numbers | numbers | ! survival-too-few | numbers | ! survival-no-event | same | same | same
difference of restricted means | – | – | – | survival-all-censored | ! survival-groups-two | survival-all-censored | numbers | ! survival-no-event | same | same | same
cumulative incidence | – | – | – | competing-no-event-in-group | competing-no-event-in-group | competing-no-event-in-group | numbers | competing-no-event-in-group | same | same | same
Gray’s test | – | – | – | numbers | ! competing-one-group | numbers | numbers | ! competing-no-event | same | same | same
Fine and Gray | ! survival-no-finite-estimate | ! survival-no-finite-estimate | competing-aliased | competing-few-events | numbers | ! competing-too-few | numbers | ! competing-no-event | same | same | same
propensity score | ! regression-separation | ! regression-separation | regression-aliased | – | ! regression-one-class | – | numbers | – | same | same | same
matching by propensity score | ! propensity-no-match | – | – | propensity-no-ratio | ! propensity-one-class | propensity-no-ratio | propensity-unmatched | – | same | same | same
weighting by propensity score | ! propensity-no-error | – | – | propensity-no-ratio | ! propensity-one-class | propensity-no-ratio | propensity-imbalance | – | same | same | same
multiple imputation | – | imputation-more-sets | imputation-more-sets | – | ! imputation-one-class | – | imputation-more-sets | – | – | same | same
`
);
