# Cases for workers/statistics/regression: writes tests/oracles/statistics/r-regression.json.
# Inputs are drawn here, rounded, and written with the answers; no data set of a package is used.
suppressPackageStartupMessages({ library(splines); library(MASS); library(ordinal); library(sandwich); library(jsonlite) })
RNGversion("4.2.0"); set.seed(20260611)

n <- 90
d <- data.frame(
  age = round(runif(n, 0.5, 17.5), 1), hour = round(runif(n, 0, 24), 1), dose = round(rexp(n, 1 / 3) + 0.1, 2),
  sex = sample(c("f", "m"), n, TRUE), hospital = sample(c("A", "B", "C"), n, TRUE, c(0.5, 0.3, 0.2)),
  icu = sample(c(TRUE, FALSE), n, TRUE), grade = sample(1:3, n, TRUE), w = sample(1:4, n, TRUE),
  person = sample(1:30, n, TRUE), years = round(runif(n, 0.3, 4), 2), stringsAsFactors = FALSE)
eta <- 0.12 * (d$age - 8) + 0.6 * (d$sex == "m") - 0.7 * (d$hospital == "C") + sin(d$hour / 4) * 0.5
d$stay <- round(5 + 1.3 * eta + 0.4 * (d$sex == "m") * d$age / 5 + rnorm(n) * (0.5 + d$age / 20), 2)
d$died <- as.numeric(runif(n) < plogis(eta - 0.2))
d$bleeds <- rpois(n, exp(0.5 * eta + log(d$years) + 0.7 * rnorm(n)))
d$state <- c("mild", "moderate", "severe", "critical")[1 + (eta + rlogis(n) > -0.6) + (eta + rlogis(n) > 0.8) + (eta + rlogis(n) > 1.6)]
holes <- d
holes$age[c(3, 17)] <- NA; holes$sex[c(5, 30, 31)] <- NA; holes$icu[8] <- NA; holes$stay[40] <- NA
order_of <- c("mild", "moderate", "severe", "critical")

tight <- glm.control(epsilon = 1e-14, maxit = 100)
cases <- list()
add <- function(name, model, formula, data, expected, ...) {
  cases[[length(cases) + 1]] <<- list(name = name, model = model, data = data, formula = formula, options = list(...), expected = expected)
}
plain <- function(x) as.numeric(x)
shape <- function(fit, v = vcov(fit)) {
  b <- coef(fit); b <- b[!is.na(b)]
  list(names = as.list(names(b)), coef = plain(b), se = plain(sqrt(diag(v))[names(b)]), logLik = plain(logLik(fit)), n = nobs(fit))
}
term_tests <- function(fit) {
  b <- coef(fit); v <- vcov(fit); a <- attr(model.matrix(fit), "assign"); labels <- attr(terms(fit), "term.labels")
  stats <- sapply(seq_along(labels), function(j) { k <- which(a == j); drop(b[k] %*% solve(v[k, k], b[k])) })
  list(terms = as.list(labels), wald = plain(stats), wald_df = plain(sapply(seq_along(labels), function(j) sum(a == j))))
}

linear <- c("stay ~ age", "stay ~ 1", "stay ~ 0 + age", "stay ~ hospital - 1", "stay ~ sex * hospital - 1", "stay ~ age * sex",
  "stay ~ sex * hospital", "stay ~ sex:hospital", "stay ~ age:hospital", "stay ~ age + age:hospital", "stay ~ hospital:age - 1",
  "stay ~ age * sex * hospital", "stay ~ (age + sex + hospital)^2", "stay ~ hospital / age", "stay ~ age * hospital - age",
  "stay ~ ns(hour, 3)", "stay ~ ns(hour, df = 5) + age", "stay ~ ns(hour, knots = c(6, 12, 18))",
  "stay ~ ns(hour, knots = c(8, 16), Boundary.knots = c(3, 20))", "stay ~ ns(hour, df = 4, Boundary.knots = c(2, 22)) * sex",
  "stay ~ ns(hour, 1)", "stay ~ bs(hour, df = 5)", "stay ~ bs(hour, knots = c(6, 18), degree = 2)", "stay ~ bs(age)",
  "stay ~ poly(age, 3)", "stay ~ poly(age, 2, raw = TRUE)", "stay ~ ns(hour, 3) * sex + hospital", "stay ~ log(dose) + I(age^2) + age",
  "stay ~ I(age / 10) + sqrt(dose)", "stay ~ icu * age", "stay ~ I(age > 8) + sex", "stay ~ factor(grade) * icu", "stay ~ age + offset(age / 4)",
  "log(dose) ~ age + sex", "stay ~ sex + hospital + sex:hospital:age", "stay ~ age + I(2 * age) + dose", "stay ~ hospital + icu - 1")
for (f in linear) {
  fit <- lm(as.formula(f), d)
  add(f, "linear", f, "whole", c(shape(fit), list(sigma = sigma(fit), r2 = summary(fit)$r.squared)))
}
for (f in c("stay ~ age + sex", "stay ~ ns(age, 3) + icu", "stay ~ sex * icu")) {
  fit <- lm(as.formula(f), holes)
  add(paste(f, "(missing values)"), "linear", f, "holes", c(shape(fit), list(dropped = n - nobs(fit))))
}
for (f in c("stay ~ age + sex * hospital", "stay ~ ns(hour, 3) + icu", "stay ~ age")) {
  fit <- lm(as.formula(f), d); weighted <- lm(as.formula(f), d, weights = w)
  add(paste(f, "(term tests)"), "linear", f, "whole", c(shape(fit), term_tests(fit)))
  add(paste(f, "(weights)"), "linear", f, "whole", shape(weighted), weights = "w")
  for (type in c("HC0", "HC1", "HC3")) {
    add(paste(f, type), "linear", f, "whole", shape(fit, vcovHC(fit, type = type)), errors = type)
    add(paste(f, type, "(weights)"), "linear", f, "whole", shape(weighted, vcovHC(weighted, type = type)), errors = type, weights = "w")
  }
  add(paste(f, "(cluster)"), "linear", f, "whole", shape(fit, vcovCL(fit, cluster = d$person, type = "HC1")), cluster = "person")
}
for (reference in c("B", "C")) {
  fit <- lm(stay ~ age * hospital, transform(d, hospital = relevel(factor(hospital), ref = reference)))
  add(paste("reference", reference), "linear", "stay ~ age * hospital", "whole", shape(fit), references = list(hospital = reference))
}

generalised <- function(model, f, family) {
  fit <- glm(as.formula(f), family, d, control = tight)
  more <- function(fit) list(deviance = deviance(fit), null_deviance = fit$null.deviance, aic = AIC(fit))
  add(f, model, f, "whole", c(shape(fit), more(fit), term_tests(fit)))
  add(paste(f, "(weights)"), model, f, "whole", { w2 <- glm(as.formula(f), family, d, weights = w, control = tight); c(shape(w2)[1:3], list(deviance = deviance(w2), null_deviance = w2$null.deviance)) }, weights = "w")
  for (type in c("HC0", "HC1", "HC3")) add(paste(f, type), model, f, "whole", shape(fit, vcovHC(fit, type = type)), errors = type)
  add(paste(f, "(cluster)"), model, f, "whole", shape(fit, vcovCL(fit, cluster = d$person, type = "HC0")), cluster = "person")
}
for (f in c("died ~ age + sex", "died ~ age * sex + hospital", "died ~ ns(hour, 3) + icu", "died ~ age + offset(dose / 10)")) generalised("logistic", f, binomial())
for (f in c("bleeds ~ age + sex + offset(log(years))", "bleeds ~ hospital * icu + offset(log(years))", "bleeds ~ ns(hour, 2) + age")) generalised("poisson", f, poisson())

# Exact profile limits: where twice the fall of the log-likelihood is the quantile of chi-square.
for (f in c("died ~ age + sex", "died ~ age + hospital")) {
  fit <- glm(as.formula(f), binomial(), d, control = tight); X <- model.matrix(fit); b <- coef(fit); s <- sqrt(diag(vcov(fit)))
  fall <- function(j, value) glm.fit(X[, -j, drop = FALSE], d$died, offset = X[, j] * value, family = binomial(), control = tight)$deviance - deviance(fit) - qchisq(0.95, 1)
  limits <- sapply(seq_along(b), function(j) c(
    uniroot(function(v) fall(j, v), c(b[j] - 5 * s[j], b[j]), tol = 1e-13)$root, uniroot(function(v) fall(j, v), c(b[j], b[j] + 5 * s[j]), tol = 1e-13)$root))
  add(paste(f, "(profile)"), "logistic", f, "whole", c(shape(fit), list(limits = plain(limits))), interval = "profile")
  printed <- suppressMessages(confint(fit))
  add(paste(f, "(profile as confint)"), "logistic", f, "whole", c(shape(fit), list(limits = plain(t(printed)))), interval = "profile-interpolated")
}

for (f in c("bleeds ~ age + sex + offset(log(years))", "bleeds ~ hospital", "bleeds ~ ns(hour, 2) + icu + offset(log(years))", "bleeds ~ 1")) {
  fit <- glm.nb(as.formula(f), d, control = glm.control(epsilon = 1e-14, maxit = 500))
  add(f, "negative-binomial", f, "whole", c(shape(fit), list(theta = fit$theta, se_theta = fit$SE.theta, deviance = deviance(fit), aic = AIC(fit))))
}

d$ordered <- factor(d$state, levels = order_of, ordered = TRUE)
precise <- clm.control(gradTol = 1e-12, maxIter = 200)
for (right in c("age", "age + sex", "age * sex + hospital", "ns(hour, 3) + icu", "hospital")) {
  fit <- clm(as.formula(paste("ordered ~", right)), data = d, control = precise)
  free <- clm(ordered ~ 1, nominal = as.formula(paste("~", right)), data = d, control = precise)
  k <- length(order_of) - 1; se <- sqrt(diag(vcov(fit)))
  add(paste("state ~", right), "ordinal", paste("state ~", right), "whole", list(
    names = as.list(names(fit$beta)), coef = plain(fit$beta), se = plain(se[-(1:k)]), logLik = plain(logLik(fit)), n = nobs(fit),
    thresholds = plain(fit$alpha), se_thresholds = plain(se[1:k]), aic = AIC(fit), free_logLik = plain(logLik(free))), order = order_of)
  rough <- polr(as.formula(paste("ordered ~", right)), d, Hess = TRUE)
  add(paste("state ~", right, "(polr)"), "ordinal", paste("state ~", right), "whole", list(
    names = as.list(names(coef(rough))), polr_coef = plain(coef(rough)), polr_thresholds = plain(rough$zeta), polr_logLik = plain(logLik(rough))), order = order_of)
}
weighted <- clm(ordered ~ age + sex, data = d, weights = w, control = precise)
add("state ~ age + sex (weights)", "ordinal", "state ~ age + sex", "whole", list(names = as.list(names(weighted$beta)), coef = plain(weighted$beta),
  se = plain(sqrt(diag(vcov(weighted)))[-(1:3)]), thresholds = plain(weighted$alpha)), weights = "w", order = order_of)

d$ordered <- NULL
columns <- function(x) lapply(x, function(v) v)
out <- list(
  about = "Regression through formulas: design matrices, robust errors, generalised linear and ordinal models.",
  source = paste0("R ", getRversion(), ", splines, MASS ", packageVersion("MASS"), ", ordinal ", packageVersion("ordinal"), ", sandwich ", packageVersion("sandwich")),
  data = list(whole = columns(d), holes = columns(holes)), cases = cases)
target <- "tests/oracles/statistics/r-regression.json"
writeLines(toJSON(out, auto_unbox = TRUE, digits = NA, na = "null", null = "null"), target)
cat(length(cases), "cases\n")
