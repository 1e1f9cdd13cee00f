# One untidy table (gaps, ties, odd names of levels, columns that nearly repeat others, weights of the scales 1e6 and 1e-6) through
# the models that `analyse` offers: slopes in the order of the formula, then the intercept.
suppressPackageStartupMessages({ library(jsonlite); library(survival); library(MASS); library(splines); library(sandwich); library(cmprsk); library(ordinal) })
invisible(Sys.setlocale("LC_COLLATE", "C")); options(warn = -1); set.seed(20261128)
n <- 90
holes <- function(v, share = 0.04) { v[runif(n) < share] <- NA; v }
d <- local({
  x1 <- round(exp(rnorm(n, 9, 1)), 1); x2 <- round(x1 * 3 + rnorm(n, 0, 400), 1); x3 <- sample(-3:4, n, TRUE); z <- round(rt(n, 3), 3)
  f <- c("\u03b2-blocker", "a b", "10", "9")[pmin(4, 1 + rgeom(n, 0.4))]; two <- ifelse(runif(n) < 0.4, "yes", "no")
  eta <- 0.5 * z - 0.1 * x3 + 0.5 * (two == "yes"); w <- round(rexp(n) + 0.05, 3)
  t0 <- rexp(n, 0.02 * exp(eta / 2)); c0 <- rexp(n, 0.012) + 1; dead <- as.integer(t0 <= c0)
  data.frame(x1 = holes(x1), x2, x3 = holes(x3), z = holes(z), f = holes(f), two = holes(two), cl = sample(c("H1", "H 2", "h2", "\u00e9", "007", "7"), n, TRUE),
    w, heavy = w * 1e6, light = w * 1e-6, y = holes(round(50 + 4 * eta + rt(n, 4), 3)), e = holes(rbinom(n, 1, plogis(-0.3 + eta))), k = rnbinom(n, mu = exp(0.6 + eta / 2), size = 1.3),
    ex = round(rexp(n, 2) + 0.01, 3), s = c("low", "mid", "high")[1 + findInterval(eta + rlogis(n), c(-1, 1))],
    t = holes(ceiling(pmin(t0, c0) / 7) * 7), d = dead, cause = ifelse(dead == 0, "censored", ifelse(runif(n) < 0.6, "dead (ward)", "home")), st = sample(c("S", "s", "2"), n, TRUE))
})
r <- d; for (v in c("f", "two")) r[[v]] <- factor(r[[v]], sort(unique(r[[v]]), method = "radix"))
r$s <- factor(r$s, c("low", "mid", "high"))
cases <- list()
add <- function(.name, method, request, b, se, ..., tolerance = 1e-6) cases[[length(cases) + 1]] <<- list(name = .name, method = method, request = request, tolerance = tolerance,
  expected = list(estimates = unname(b), se = unname(se), ...))
order_of <- function(b) { i <- which(names(b) == "(Intercept)"); c(setdiff(seq_along(b), i), i) }
rows_of <- function(m) as.integer(rownames(model.frame(m)))

linear <- function(f, weights = NULL, errors = NULL, cluster = NULL) {
  r$.w <- if (is.null(weights)) 1 else r[[weights]]; m <- lm(as.formula(f), r, weights = .w); o <- order_of(coef(m))
  V <- if (!is.null(errors)) vcovHC(m, type = errors) else if (!is.null(cluster)) vcovCL(m, cluster = r[[cluster]][rows_of(m)], type = "HC1") else vcov(m)
  add(paste("linear", f, weights, errors, cluster), "linear", c(list(outcome = "y", formula = f), weights = weights, errors = errors, cluster = cluster), coef(m)[o], sqrt(diag(V))[o], n = nobs(m), facts = list("residual-sd" = sigma(m), aic = AIC(m)))
}
linear("y ~ x1 + x2 + f"); linear("y ~ f * two + x3", weights = "heavy", errors = "HC1"); linear("y ~ x1:two + z", weights = "light"); linear("y ~ ns(x1, 3) + two", errors = "HC3")
linear("y ~ bs(z, df = 4) + offset(x3)", errors = "HC0"); linear("y ~ 0 + f + z:two", cluster = "cl"); linear("y ~ two / f + (x3 + z)^2")

general <- function(method, f, weights = NULL, errors = NULL, cluster = NULL, exposure = NULL) {
  r$.w <- if (is.null(weights)) 1 else r[[weights]]; ff <- as.formula(if (is.null(exposure)) f else paste0(f, " + offset(log(", exposure, "))"))
  # Rounds weights of a million to one: R's own start goes astray there.
  scale <- if (identical(weights, "heavy")) 1e6 else 1; r$.w <- r$.w / scale
  m <- if (method == "negative-binomial") glm.nb(ff, r, control = glm.control(1e-12, 500)) else glm(ff, if (method == "logistic") binomial else poisson, r, weights = .w, control = glm.control(1e-14, 200))
  b <- coef(m); o <- order_of(b); k <- m$rank
  V <- if (!is.null(errors)) vcovHC(m, type = errors) else if (!is.null(cluster)) vcovCL(m, cluster = r[[cluster]][rows_of(m)]) else chol2inv(qr.R(m$qr)) / scale
  add(paste(method, f, weights, errors, cluster, exposure), method, c(list(outcome = all.vars(ff)[1], formula = f), weights = weights, errors = errors, cluster = cluster, exposure = exposure), b[o], sqrt(diag(V))[o], n = nobs(m),
    tolerance = if (method == "negative-binomial") 1e-5 else 1e-6, facts = if (method == "negative-binomial") list(theta = m$theta))
}
general("logistic", "e ~ x1 + z + two"); general("logistic", "e ~ two + ns(z, 2)", weights = "heavy"); general("logistic", "e ~ two * x3", weights = "light"); general("logistic", "e ~ x3 + z", cluster = "cl"); general("logistic", "e ~ z + two", errors = "HC3")
general("poisson", "k ~ two + x3", exposure = "ex"); general("poisson", "k ~ f + z", weights = "light"); general("poisson", "k ~ z", weights = "heavy", exposure = "ex"); general("poisson", "k ~ x3 * two", cluster = "cl")
general("negative-binomial", "k ~ two + z"); general("negative-binomial", "k ~ f", exposure = "ex")
for (f in c("s ~ z + two", "s ~ x3 * two")) { m <- clm(as.formula(f), data = r, control = clm.control(gradTol = 1e-10)); se <- sqrt(diag(vcov(m))); a <- seq_along(m$alpha)
  add(paste("ordinal", f), "ordinal", list(outcome = "s", formula = f, order = c("low", "mid", "high")), c(m$beta, m$alpha), c(se[-a], se[a]), n = m$nobs) }

cox <- function(f, strata = NULL, cluster = NULL, weights = NULL, ties = "efron") {
  ff <- paste("Surv(t, d) ~", f, if (!is.null(strata)) paste0("+ strata(", strata, ")"), if (!is.null(cluster)) paste0("+ cluster(", cluster, ")")); r$.w <- if (is.null(weights)) 1 else r[[weights]]
  m <- coxph(as.formula(ff), r, weights = .w, ties = ties, robust = !is.null(cluster) || !is.null(weights), control = coxph.control(eps = 1e-13, iter.max = 100)); z <- cox.zph(m)$table
  add(paste("cox", f, strata, cluster, weights, ties), "cox", c(list(time = "t", event = "d", formula = f, ties = ties), strata = strata, cluster = cluster, weights = weights), coef(m), sqrt(diag(m$var)), n = m$n,
    facts = list(concordance = unname(m$concordance["concordance"]), "log-likelihood" = m$loglik[2]), hazards = unname(z[, "chisq"]))
}
cox("z + two"); cox("f + x3", ties = "breslow"); cox("ns(z, 2) + two * x3"); cox("z + two", strata = "st"); cox("z + x3", cluster = "cl", weights = "w"); cox("z + two", weights = "heavy"); cox("x1 + x2", weights = "light")
for (f in c("z + two", "ns(z, 2) + x3")) { X <- model.matrix(as.formula(paste("~", f)), model.frame(as.formula(paste("~", f)), r, na.action = na.pass))[, -1]; ok <- complete.cases(X, r$t)
  m <- crr(r$t[ok], r$cause[ok], X[ok, ], failcode = "home", cencode = "censored", gtol = 1e-11, maxiter = 60); add(paste("fine-gray", f), "fine-gray", list(time = "t", event = "cause", cause = "home", formula = f), m$coef, sqrt(diag(m$var)), n = sum(ok)) }

for (estimand in c("ate", "att", "overlap")) { m <- glm((two == "yes") ~ z + x3, binomial, r, control = glm.control(1e-14, 100)); e <- predict(m, r, type = "response"); ok <- !is.na(e) & !is.na(r$two) & !is.na(r$y); e <- e[ok]; t <- as.integer(r$two[ok] == "yes"); p <- mean(t)
  w <- switch(estimand, ate = ifelse(t == 1, p / e, (1 - p) / (1 - e)), att = ifelse(t == 1, 1, e / (1 - e)), overlap = ifelse(t == 1, 1 - e, e)); o <- lm(r$y[ok] ~ t, weights = w)
  add(paste("weighting", estimand), "propensity-weighting", list(treatment = "two", treatmentIs = "yes", formula = "z + x3", outcome = "y", estimand = estimand), coef(o)[2], sqrt(vcovHC(o, "HC0")[2, 2]), n = sum(ok)) }

# Reports by their definition: each drug of a report with each event of it, however its rows put them together.
reports <- data.frame(report = sample(1:60, 150, TRUE), drug = sample(c("A", "b 2", "\u00e9c"), 150, TRUE, c(5, 2, 2)), event = sample(c("x", "y", "rare"), 150, TRUE, c(5, 3, 1)))
pairs <- expand.grid(event = sort(unique(reports$event), method = "radix"), drug = sort(unique(reports$drug), method = "radix"), stringsAsFactors = FALSE)
counts <- t(mapply(function(g, v) { a <- unique(reports$report[reports$drug == g]); b <- unique(reports$report[reports$event == v]); c(length(intersect(a, b)), length(a), length(b)) }, pairs$drug, pairs$event)); N <- length(unique(reports$report)); E <- counts[, 2] * counts[, 3] / N
signals <- list(drug = pairs$drug, event = pairs$event, reports = unname(counts[, 1]), ic = unname(log2((counts[, 1] + 0.5) / (E + 0.5))), ic_lower = unname(log2(qgamma(0.025, counts[, 1] + 0.5, E + 0.5))),
  ror = unname(counts[, 1] * (N - counts[, 2] - counts[, 3] + counts[, 1]) / ((counts[, 2] - counts[, 1]) * (counts[, 3] - counts[, 1]))), n = N)
write(toJSON(list(about = "Models of one untidy table, by the door. Slopes in the order of the formula, then the intercept; thresholds last.", source = "R 4.2.2: stats, survival, MASS, ordinal, sandwich, cmprsk", data = d, reports = reports, signals = signals, cases = cases),
  dataframe = "columns", digits = I(15), auto_unbox = TRUE, na = "null", null = "null"), "tests/oracles/statistics/r-analysis.json")
